/** The page's own style: no font, picture or script from anywhere else. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #16233b; --soft: #5b6880; --line: #dfe5ee; --paper: #fbfcfe; --card: #fff;
  --ours: #0b6e5f; --day: #b4451f; --good: #0b6e5f; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf6; --soft: #9aa8c0; --line: #2b3648; --paper: #0f1622; --card: #161f2e;
  --ours: #4fc3ae; --day: #f0916a; --good: #4fc3ae; --bad: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 48px 24px 72px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 8px; letter-spacing: -0.01em; }
h2 { font-size: 19px; margin: 44px 0 12px; }
p { max-width: 68ch; margin: 0 0 12px; }
.soft, footer { color: var(--soft); }
.doubt { border-left: 4px solid var(--bad); padding: 8px 14px; background: var(--card); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 14px; margin: 28px 0 8px; }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px 18px; }
.tile h3 { margin: 0 0 8px; font-size: 14px; font-weight: 500; color: var(--soft); }
.tile b { display: block; font-size: 27px; line-height: 1.15; color: var(--ours); font-variant-numeric: tabular-nums; }
.tile span { color: var(--day); font-variant-numeric: tabular-nums; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(430px, 1fr)); gap: 14px; }
@media (max-width: 520px) { .charts { grid-template-columns: 1fr; } }
figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px 14px 8px; }
figcaption { font-weight: 600; font-size: 15px; padding: 0 4px 8px; }
svg { display: block; width: 100%; height: auto; font: 12px system-ui, sans-serif; }
svg text { fill: var(--soft); }
svg .grid { stroke: var(--line); }
svg .tick { stroke: var(--line); stroke-dasharray: 2 4; }
svg line.mark { stroke: var(--soft); stroke-dasharray: 5 4; }
svg .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
svg .line.ours { stroke: var(--ours); }
svg .line.of-the-day { stroke: var(--day); stroke-dasharray: 7 4; }
svg .name { font-weight: 600; }
svg .name.ours { fill: var(--ours); }
svg .name.of-the-day { fill: var(--day); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line); font-variant-numeric: tabular-nums; }
th, td { padding: 8px 14px; border-bottom: 1px solid var(--line); text-align: right; font-weight: 400; }
th:first-child, td:first-child { text-align: left; }
thead th { font-weight: 600; }
td.figure { min-width: 210px; }
td.verdict { font-weight: 600; white-space: nowrap; }
td.met { color: var(--good); }
td.unmet { color: var(--bad); }
footer { margin-top: 44px; font-size: 14px; }
`;
