/// The style of the page; the report is complete without it.
enum StyleTemplate {
  static let text = """
    :root {
      color-scheme: light dark;
      --paper: {{light.paper}}; --ink: {{light.ink}}; --secondary: {{light.secondary}}; --line: {{light.grid}};
      --link: {{accentLight}}; --bar: {{barLight}}; --panel: {{panelLight}};
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: {{dark.paper}}; --ink: {{dark.ink}}; --secondary: {{dark.secondary}}; --line: {{dark.grid}};
        --link: {{accentDark}}; --bar: {{barDark}}; --panel: {{panelDark}};
      }
    }
    * { box-sizing: border-box }
    html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem }
    body {
      margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 70rem;
      background: var(--paper); color: var(--ink);
      font: 1rem/1.5 Arial, Helvetica, sans-serif; font-variant-numeric: tabular-nums;
      overflow-wrap: break-word;
    }
    a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px }
    a:hover { text-decoration-thickness: 2px }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
    main:focus { outline: none }
    .skip { position: absolute; left: -999rem }
    .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); z-index: 1 }
    h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; margin: 0 }
    h1 { font-size: 2rem; letter-spacing: -.01em }
    h2 { font-size: 1.5rem; margin-top: 3.5rem; padding-top: 1rem; border-top: 2px solid var(--ink) }
    h3 { font-size: 1.2rem; margin-top: 2rem }
    h4 { font-size: 1.05rem; margin-top: 2rem }
    small { font-size: .8125rem; font-weight: normal; color: var(--secondary) }
    p, figure, ol, ul, dl { margin: .75rem 0 }
    p, li, figcaption { max-width: 75ch }
    code { font: .875em ui-monospace, Menlo, Consolas, monospace }
    .facts code { overflow-wrap: anywhere }
    .mark { flex: none; margin: .35em .5em 0 0; overflow: visible }
    .head, .sentence, .flag { display: flex; align-items: flex-start }
    .head strong + * { margin-left: .4em }
    .status { color: var(--ink) }
    header { padding-top: 2rem; border-top: .375rem solid var(--bar) }
    .kind { margin: 0 0 .25rem; color: var(--secondary) }
    .lead { font-size: 1.125rem; color: var(--secondary) }
    .facts {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(9.75rem, 1fr)); gap: .6rem 1.5rem;
    }
    .facts .wide { grid-column: 1 / -1; max-width: 75ch }
    .facts dt { font-size: .8125rem; color: var(--secondary) }
    .facts dd { margin: 0 }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 1.5rem 0 0; padding: 0; list-style: none }
    nav li { padding: .25rem 0 }
    .attention ol { padding: 0; list-style: none }
    .attention li { padding: .75rem 0; border-bottom: 1px solid var(--line); max-width: none }
    .attention li:last-child { border-bottom: 0 }
    .attention li p { margin: .15rem 0 0 1.25rem }
    .attention li .head { margin-left: 0 }
    .head .status { color: var(--secondary); margin-left: .4em }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; margin-top: 1rem }
    .tile { padding: 1rem; background: var(--panel); border-top: 3px solid var(--secondary) }
    .tile h3 { margin: 0 }
    .tile .count { margin: .25rem 0 .75rem; color: var(--secondary) }
    .tile ul { margin: 0; padding: 0; list-style: none }
    .tile li { display: flex; align-items: flex-start; padding: .3rem 0; line-height: 1.35 }
    .tile .mark { margin-top: .25em }
    .tile .status { display: block; font-size: .8125rem; color: var(--secondary) }
    .tile.empty { background: none; border: 1px dashed var(--secondary) }
    .scroll { overflow-x: auto; margin: 1rem 0; max-width: 100% }
    table { border-collapse: separate; border-spacing: 0; font-size: .9375rem; line-height: 1.35; min-width: 100% }
    caption { padding-bottom: .5rem; text-align: left; color: var(--secondary); font-size: .875rem }
    th, td { padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line) }
    th:last-child, td:last-child { padding-right: 0 }
    thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); font-size: .8125rem }
    tbody th { font-weight: normal }
    tbody th:not(.title) { white-space: nowrap }
    .title { min-width: 11rem }
    .data thead th { white-space: normal; min-width: 4rem }
    td.n, th.n { text-align: right; white-space: nowrap }
    .n + td:not(.n), .n + th:not(.n) { padding-left: .5rem }
    td:not(.n) { min-width: 4.5rem }
    td.text { min-width: 15rem; max-width: 75ch }
    td.text small { white-space: normal }
    td.words { min-width: 8rem }
    td small, th small { display: block; white-space: nowrap }
    tbody th small { white-space: normal }
    td.s, .pair { white-space: nowrap }
    .pair { display: flex }
    .pair .mark { margin-top: .25em }
    .matrix td { min-width: 9rem }
    .matrix .column { color: var(--secondary) }
    .matrix ul { margin: 0; padding: 0; list-style: none }
    .matrix li { padding: .1rem 0 }
    .note { font-size: .875rem; color: var(--secondary) }
    .benefit { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line) }
    h2 + .benefit { border-top: 0; margin-top: 0 }
    .benefit > h3 { margin-top: .5rem; font-size: 1.35rem }
    .finding { margin: .25rem 0 0 1.25rem; font-size: .9375rem; color: var(--secondary) }
    .more { font-size: .9375rem; color: var(--secondary) }
    figure { margin: 1.25rem 0 }
    .plot { overflow-x: auto; margin-left: -.7rem }
    .plot svg { display: block; width: 100%; min-width: 36rem; max-width: 50rem; height: auto }
    figcaption { margin-top: .5rem; font-size: .875rem; color: var(--secondary) }
    .heard { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%) }
    .body { position: relative }
    .body .facts { grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); align-content: start }
    @media screen and (min-width: 64rem) {
      .body { display: grid; grid-template-columns: minmax(0, 46rem) minmax(0, 1fr); gap: 2rem }
      .body > p { grid-column: 1 }
      .body .facts { grid-column: 2; margin-top: 1.25rem }
    }
    .statuses div { display: grid; grid-template-columns: 12rem 1fr; gap: 1rem; padding: .3rem 0; border-bottom: 1px solid var(--line) }
    .statuses dt { display: flex }
    .statuses dd { margin: 0; max-width: 75ch }
    footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .875rem; color: var(--secondary) }
    .narrow svg { display: block; width: 100%; max-width: 30rem; height: auto }
    @media screen and (max-width: 40rem) {
      .plot.wide { display: none }
      .narrow[hidden] { display: block }
    }
    @media (max-width: 40rem) {
      body { padding: 0 1rem 2rem }
      h1 { font-size: 1.6rem }
      .facts { grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)) }
      .statuses div { grid-template-columns: 1fr; gap: .1rem }
      .overview tbody th { min-width: 8.5rem; position: sticky; left: 0; background: var(--paper) }
    }
    @media screen and (max-width: 40rem) {
      .matrix thead { display: none }
      .matrix, .matrix caption, .matrix tbody, .matrix tr, .matrix th, .matrix td { display: block; border: 0 }
      .matrix tbody th { font-weight: bold; padding-bottom: 0 }
      .matrix td:has(.nobody) { display: none }
      .matrix .column[hidden] { display: block }
      .matrix tr { padding-bottom: .5rem; border-bottom: 1px solid var(--line) }
    }
    @media print {
      :root { color-scheme: light }
      @page { size: A4; margin: 15mm }
      html { font-size: 10.5pt }
      body { max-width: none; padding: 0 }
      p { orphans: 2; widows: 2 }
      nav, .skip, figcaption a[href^="#"] { display: none }
      a { color: inherit; text-decoration: none }
      h2 { margin-top: 2rem }
      h2, h3, h4, h5, h6, caption { break-after: avoid; break-inside: avoid }
      .benefit > .head, .benefit > .flag, .benefit > .facts, .sentence { break-after: avoid }
      figure, tr, .facts, .head, .flag, .sentence, .tile, .attention li, .statuses div { break-inside: avoid }
      thead { display: table-header-group }
      .scroll, .plot { overflow: visible }
      .plot svg { min-width: 0; max-width: 42rem }
      table { font-size: 8.5pt }
      th, td { padding: .3rem .5rem .3rem 0 }
      td.text, td:not(.n) { min-width: 0 }
      .title { min-width: 6rem }
      td.words { min-width: 7rem }
      .data thead th { min-width: 0 }
      .benefit .facts .wide { display: flex; gap: .75rem; max-width: none }
      .benefit .facts .wide dt { flex: none; width: 5rem }
      td small, th small { font-size: 8.25pt }
      .overview .pair, .overview td small, .overview thead th { white-space: normal }
      .overview th, .overview td { padding-right: .35rem }
      .sparkline { width: 70px; height: 14px }
      .data th, .data td { padding-top: .1rem; padding-bottom: .1rem; line-height: 1.25 }
      .data tbody tr:nth-child(-n+4) { break-before: avoid }
      .data tbody tr:nth-last-child(-n+3) { break-before: avoid }
      .benefit .facts { grid-template-columns: repeat(5, 1fr); gap: .3rem 1rem; font-size: 9pt; line-height: 1.3 }
      figure { margin: .75rem 0 }
      .tiles { grid-template-columns: 1fr 1fr }
      .tile { background: none; border: 1px solid var(--line) }
      .mark, .plot svg { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    }
    """
}
