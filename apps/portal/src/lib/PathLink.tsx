import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

export type PathLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> & {
  path: string;
};

/** A link to a path of this portal that is put together elsewhere; a new tab and a copied address work as ever. */
export function PathLink({ path, ...rest }: PathLinkProps) {
  const { history } = useRouter();
  return (
    <a
      {...rest}
      href={path}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        history.push(path);
      }}
    >
      {rest.children}
    </a>
  );
}
