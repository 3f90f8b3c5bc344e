import type { ReactNode } from 'react';

/** Line icons on a 20 px grid; they never carry meaning alone and are hidden from screen readers. */
type IconProps = { className?: string };

function Icon({ className = 'size-5', children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      fill="none"
      focusable="false"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2"
      viewBox="0 0 20 20"
    >
      {children}
    </svg>
  );
}

export const CheckIcon = (p: IconProps) => (
  <Icon {...p}>
    <path d="m4.5 10.5 3.5 3.5 7.5-8" />
  </Icon>
);
export const BangIcon = (p: IconProps) => (
  <Icon {...p}>
    <path d="M10 5v6M10 14.6v.1" />
  </Icon>
);
export const AlertIcon = (p: IconProps) => (
  <Icon {...p}>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 6.2v4.6M10 13.6v.1" />
  </Icon>
);
export const CrossIcon = (p: IconProps) => (
  <Icon {...p}>
    <path d="m6 6 8 8M14 6l-8 8" />
  </Icon>
);
export const ChevronIcon = (p: IconProps) => (
  <Icon {...p}>
    <path d="m5 8 5 5 5-5" />
  </Icon>
);
export const ArrowIcon = (p: IconProps) => (
  <Icon {...p}>
    <path d="M4 10h12M11 5l5 5-5 5" />
  </Icon>
);
export const WrenchIcon = (p: IconProps) => (
  <Icon {...p}>
    <path d="M12.8 3.4a4.4 4.4 0 0 0-4.3 6L3.6 14.3a1.5 1.5 0 0 0 2.1 2.1l4.9-4.9a4.4 4.4 0 0 0 5.8-5.3l-2.6 2.6-2.3-.6-.6-2.3 2.5-2.5a4.4 4.4 0 0 0-.6 0Z" />
  </Icon>
);
export const CloudOffIcon = (p: IconProps) => (
  <Icon {...p}>
    <path d="M7 5.2A5 5 0 0 1 14.8 9 3.5 3.5 0 0 1 17 13.9M4.9 7.6A4 4 0 0 0 6 15.5h7.5M3 3l14 14" />
  </Icon>
);
