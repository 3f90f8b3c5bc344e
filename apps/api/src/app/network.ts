const GROUPS_OF_64 = 4;
const GROUPS_OF_48 = 3;

/** One subscriber: an IPv4 address, or an IPv6 /64, which is what a household or a machine has to itself. */
export const sourceOf = (ip: string): string => v4Of(ip) ?? groupsOf(ip).slice(0, GROUPS_OF_64).join(':');

/** One neighbourhood, not one phone: IPv4 /24, IPv6 /48. */
export const networkOf = (ip: string): string =>
  v4Of(ip)?.replace(/\.\d+$/, '') ?? groupsOf(ip).slice(0, GROUPS_OF_48).join(':');

/** The dotted part of `203.0.113.7` and of `::ffff:203.0.113.7`. */
const v4Of = (ip: string): string | undefined => /(?:^|:)(\d+\.\d+\.\d+\.\d+)$/.exec(ip)?.[1];

/** All eight groups, in one spelling: `2001:db8::1` leaves noughts out. The zone (`%eth0`) is this machine's own affair. */
function groupsOf(ip: string): string[] {
  const [head = [], tail = []] = ip
    .replace(/%.*$/, '')
    .split('::')
    .map((side) => side.split(':').filter(Boolean));
  const gap = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...gap, ...tail].map((group) => Number.parseInt(group, 16).toString(16));
}
