/** The look of the report: light and dark, on screens of any size and on paper. */
import { css } from './html.ts'

export const reportStyle = css`
  :root {
    color-scheme: light dark;
    --ink: #1b2430;
    --soft: #55606e;
    --paper: #f5f6f8;
    --card: #ffffff;
    --line: #dde2e8;
    --accent: #1f5fa8;
    --quote: #eef3f9;
    --bad: #a3221a;
    --bad-back: #fdeceb;
    --warn: #7a4b00;
    --warn-back: #fdf3df;
    --good: #1c6b3a;
    --good-back: #e7f5ec;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --ink: #e7ebf0;
      --soft: #a5b0bd;
      --paper: #12161c;
      --card: #1a2029;
      --line: #303946;
      --accent: #7db4f0;
      --quote: #202a37;
      --bad: #ffb0a8;
      --bad-back: #46191a;
      --warn: #ffd28a;
      --warn-back: #40300f;
      --good: #93dbad;
      --good-back: #153523;
    }
  }
  * {
    box-sizing: border-box;
  }
  body {
    margin: 0;
    background: var(--paper);
    color: var(--ink);
    font:
      1rem/1.55 system-ui,
      -apple-system,
      'Segoe UI',
      sans-serif;
  }
  a {
    color: var(--accent);
  }
  a:focus-visible,
  [tabindex]:focus-visible,
  summary:focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .skip {
    position: absolute;
    left: -100rem;
  }
  .skip:focus {
    left: 1rem;
    top: 1rem;
    background: var(--card);
    padding: 0.5rem 1rem;
    z-index: 1;
  }
  header,
  main,
  footer {
    max-width: 78rem;
    margin: 0 auto;
    padding: 0 1.5rem;
  }
  header {
    padding-top: 2.5rem;
  }
  h1 {
    font-size: 1.9rem;
    line-height: 1.2;
    margin: 0 0 0.4rem;
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: 1.25rem;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .lead {
    color: var(--soft);
    max-width: 46rem;
    margin: 0 0 1.5rem;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
    gap: 0.9rem;
    margin: 0 0 1.5rem;
    padding: 0;
  }
  .tile {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 0.7rem;
    padding: 0.9rem 1.1rem;
    display: flex;
    flex-direction: column-reverse;
  }
  .tile dt {
    color: var(--soft);
    font-size: 0.9rem;
  }
  .tile dd {
    margin: 0;
    font-size: 1.9rem;
    font-weight: 650;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .tile.bad {
    background: var(--bad-back);
    border-color: transparent;
  }
  .tile.bad dd,
  .tile.bad dt {
    color: var(--bad);
  }
  .tile.warn {
    background: var(--warn-back);
    border-color: transparent;
  }
  .tile.warn dd,
  .tile.warn dt {
    color: var(--warn);
  }
  .tile.good {
    background: var(--good-back);
    border-color: transparent;
  }
  .tile.good dd,
  .tile.good dt {
    color: var(--good);
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1.2rem;
    list-style: none;
    margin: 0 0 1.5rem;
    padding: 0;
  }
  section {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 0.8rem;
    margin: 0 0 1.5rem;
    padding: 1.3rem 1.4rem 0.6rem;
  }
  .facts {
    color: var(--soft);
    margin: 0.2rem 0 1rem;
    font-size: 0.92rem;
    overflow-wrap: anywhere;
  }
  .facts p {
    margin: 0.1rem 0;
  }
  code {
    font:
      0.87em/1.4 ui-monospace,
      'Cascadia Code',
      Menlo,
      Consolas,
      monospace;
    overflow-wrap: anywhere;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    min-width: 52rem;
  }
  caption {
    text-align: left;
    color: var(--soft);
    font-size: 0.9rem;
    padding-bottom: 0.4rem;
  }
  th {
    text-align: left;
    font-weight: 600;
    font-size: 0.85rem;
    color: var(--soft);
    padding: 0.4rem 0.8rem 0.4rem 0;
    border-bottom: 2px solid var(--line);
    white-space: nowrap;
  }
  tbody th {
    color: var(--ink);
    font-size: 1rem;
    font-weight: 400;
    white-space: normal;
    width: 26%;
    border-bottom: 1px solid var(--line);
  }
  td,
  tbody th {
    vertical-align: top;
    padding: 0.8rem 0.8rem 0.8rem 0;
  }
  td {
    border-bottom: 1px solid var(--line);
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  .faults {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .faults li + li {
    margin-top: 0.35rem;
  }
  .faults code {
    display: block;
    color: var(--soft);
  }
  blockquote {
    margin: 0;
    background: var(--quote);
    border-radius: 0.2rem 0.9rem 0.9rem 0.9rem;
    padding: 0.6rem 0.9rem;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .language {
    color: var(--soft);
    margin: 0.7rem 0 0.2rem;
    font-size: 0.85rem;
  }
  .none {
    color: var(--soft);
    margin: 0;
  }
  .badges {
    list-style: none;
    margin: 0.5rem 0 0;
    padding: 0;
    display: grid;
    gap: 0.35rem;
    justify-items: start;
  }
  .badge {
    border-radius: 0.5rem;
    padding: 0.15rem 0.6rem;
    font-size: 0.88rem;
    overflow-wrap: anywhere;
  }
  .badge.bad {
    background: var(--bad-back);
    color: var(--bad);
  }
  .badge.warn {
    background: var(--warn-back);
    color: var(--warn);
  }
  .source {
    width: 20%;
  }
  .source code {
    display: block;
  }
  details {
    max-width: 22rem;
  }
  summary {
    cursor: pointer;
  }
  details p {
    margin: 0.4rem 0 0;
    overflow-wrap: anywhere;
    font-size: 0.9rem;
    white-space: pre-wrap;
  }
  footer {
    color: var(--soft);
    font-size: 0.88rem;
    padding-bottom: 2.5rem;
  }
  @media print {
    body {
      background: none;
      font-size: 10pt;
    }
    section {
      border: 0;
      padding: 0;
      break-inside: auto;
    }
    nav,
    .skip {
      display: none;
    }
    tr {
      break-inside: avoid;
    }
    table {
      min-width: 0;
    }
    .scroll {
      overflow: visible;
    }
  }
`
