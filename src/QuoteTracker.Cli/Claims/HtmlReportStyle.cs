namespace QuoteTracker.Cli.Claims;

/// <summary>The style sheet of the report. The page allows this text alone, by its hash.</summary>
internal static class HtmlReportStyle
{
    public static string Text { get; } = """

        :root { color-scheme: light; --ink: #1b1b1f; --faint: #5c5c66; --rule: #d5d5dc; --paper: #fff; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; color: var(--ink); background: var(--paper); font: 1rem/1.55 Georgia, "Times New Roman", serif; }
        h1, h2, .where, .legend, .card, .chart, header p { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
        h1 { font-size: 1.05rem; margin: 0; letter-spacing: .02em; }
        h2 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
        header { border-bottom: 2px solid var(--ink); margin-bottom: 1.5rem; }
        header p { margin: .25rem 0 .5rem; color: var(--faint); }
        header strong { color: var(--ink); }
        .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; list-style: none; margin: 0 0 .75rem; padding: 0; font-size: .85rem; }
        article { margin-bottom: 3rem; }
        .where { margin: .2rem 0 .8rem; color: var(--faint); font-size: .85rem; overflow-wrap: anywhere; }
        .charts { display: flex; flex-wrap: wrap; align-items: flex-start; gap: .5rem 2.5rem; margin-bottom: 1rem; }
        .chart { max-width: 100%; height: auto; }
        .chart text { font-size: 12.5px; fill: var(--ink); }
        .chart .chart-title { font-weight: 600; }
        .row { display: grid; grid-template-columns: minmax(0, 1fr) 24rem; gap: 0 2rem; }
        .row > p { margin: 0 0 1rem; overflow-wrap: anywhere; }
        .card { border: 1px solid var(--rule); border-left: .4rem solid; margin: 0 0 .7rem; padding: .45rem .7rem; font-size: .84rem; line-height: 1.4; overflow-wrap: anywhere; }
        .card p, .card blockquote { margin: 0 0 .25rem; }
        .card blockquote { font-family: Georgia, "Times New Roman", serif; color: var(--faint); }
        .card blockquote b { color: var(--ink); font-weight: 600; }
        .card blockquote .different { text-decoration: underline wavy; text-underline-offset: .2em; }
        .card .state { font-weight: 600; }
        .card .source, .card .by { color: var(--faint); }
        .card .note { border-top: 1px dotted var(--rule); padding-top: .25rem; }
        .card:target { outline: 2px solid var(--ink); }
        .mark { text-decoration-line: underline; text-decoration-thickness: 2px; text-underline-offset: .22em; }
        sup { font: 600 .68em/1 system-ui, Arial, sans-serif; padding-left: .1em; }
        sup a { color: inherit; text-decoration: none; }
        .mark.verified { text-decoration-style: solid; text-decoration-color: #1a7f4b; background: #eaf6ef; }
        .mark.corrected { text-decoration-style: dashed; text-decoration-color: #1f5fbf; background: #eaf1fb; }
        .mark.unchecked { text-decoration-style: dotted; text-decoration-color: #6b6b76; background: #f2f2f4; }
        .mark.stale { text-decoration-style: wavy; text-decoration-color: #a86400; background: #fdf3e1; }
        .mark.disputed { text-decoration-style: double; text-decoration-color: #b3261e; background: #fcebe9; }
        .mark.retracted { text-decoration-line: line-through; text-decoration-style: solid; text-decoration-color: #6a2c91; background: #f4ebf9; }
        .card.verified { border-left-color: #1a7f4b; } .bar.verified { fill: #1a7f4b; } .verified .state { color: #136038; }
        .card.corrected { border-left-color: #1f5fbf; } .bar.corrected { fill: #1f5fbf; } .corrected .state { color: #1a4f9f; }
        .card.unchecked { border-left-color: #9a9aa5; } .bar.unchecked { fill: #9a9aa5; } .unchecked .state { color: #4d4d57; }
        .card.stale { border-left-color: #d08a1d; } .bar.stale { fill: #d08a1d; } .stale .state, .change { color: #7d4a00; }
        .card.disputed { border-left-color: #b3261e; } .bar.disputed { fill: #b3261e; } .disputed .state { color: #97201a; }
        .card.retracted { border-left-color: #6a2c91; } .bar.retracted { fill: #6a2c91; } .retracted .state { color: #5a257b; }
        .bar.speaker { fill: #4a5568; }
        @media (max-width: 52rem) { .row { grid-template-columns: minmax(0, 1fr); } }
        @media print {
          @page { margin: 16mm 14mm; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          .row { grid-template-columns: minmax(0, 1fr) 72mm; gap: 0 6mm; }
          .card { font-size: 8.2pt; break-inside: avoid; }
          .row > p { break-inside: avoid-page; }
          article { break-before: page; }
          article:first-of-type { break-before: auto; }
          h2, .charts { break-after: avoid; }
          .mark, .card, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          a { color: inherit; }
        }

        """.ReplaceLineEndings("\n");
}
