using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>
/// What DOMAIN asks of every chart (section 3, "Data visualization and accessibility guidelines"), each rule as docs/charts.md names it.
/// <see cref="ChartRulesTests"/> shows that each of them finds what breaks it.
/// </summary>
internal static class ChartRules
{
    // A picture is an icon beside a word, the board's sign, a square code on paper, or one of these: a bar in a row of its table, a
    // progress bar, a shaded matrix.
    private const string Script = """
        () => {
          const wrong = [], text = e => (e?.textContent ?? '').trim(), digits = /[0-9]/;
          const say = (e, what) => wrong.push(what + ': ' + e.outerHTML.slice(0, 120));
          const rgb = c => (c.match(/[0-9.]+/g) ?? [0, 0, 0, 0]).map(Number);
          const clear = c => c === 'transparent' || (rgb(c).length > 3 && rgb(c)[3] === 0);
          const light = c => { const [r, g, b] = rgb(c).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b; };
          const contrast = (a, b) => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + .05) / (Math.min(x, y) + .05); };
          const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!clear(c)) return c; }
            return 'rgb(255, 255, 255)'; };
          const number = (e, name) => parseFloat(e.getAttribute(name) ?? '0');
          const charts = [];
          for (const svg of document.querySelectorAll('main svg')) {
            const named = svg.getAttribute('role') === 'img' && text(svg.querySelector('title')).length > 9;
            if (!named && svg.getAttribute('aria-hidden') !== 'true') say(svg, 'neither named nor hidden');
            if (svg.classList.contains('i') || named) continue;
            charts.push(svg);
            if (svg.querySelector(':not(rect)')) say(svg, 'an unfamiliar form');
            if (svg.querySelector('[filter], [opacity]')) say(svg, 'decoration that says nothing');
            const fills = [...svg.querySelectorAll('.fill')];
            if (new Set(fills.map(f => getComputedStyle(f).fill)).size > 1) say(svg, 'colours that tell things apart');
            for (const fill of fills)
              if (number(fill, 'width') > 0 && contrast(getComputedStyle(fill).fill, ground(svg)) < 3) say(svg, 'too little contrast');
            const row = svg.closest('tr'), line = svg.closest('.meter-line');
            if (line) {
              if (!digits.test(text(line.querySelector('.num')))) { say(svg, 'a bar without its number'); continue; }
              const [part, whole] = text(line.querySelector('.num')).match(/[0-9]+/g).map(Number), bg = svg.querySelector('.bg');
              if (fills[0] && (number(fills[0], 'x') !== number(bg, 'x')
                  || Math.abs(number(fills[0], 'width') / number(bg, 'width') - Math.min(part, whole) / Math.max(whole, 1)) > .01))
                say(svg, 'a bar that does not begin at zero');
              continue;
            }
            if (!row) { say(svg, 'a picture outside a table'); continue; }
            if (text(row.closest('table').caption).length < 10) say(svg, 'a table without a caption');
            if (!text(row.querySelector('th[scope=row]'))) say(svg, 'a bar without its name');
            if (!digits.test(text(row.querySelector('td.num')))) say(svg, 'a bar without its number');
            const title = text(row.closest('section, article')?.querySelector('h2, h3'));
            if (title.split(' ').length < 3) say(svg, 'no title that says the point, but "' + title + '"');
          }
          for (const table of new Set(charts.map(c => c.closest('table')).filter(t => t))) {
            const bars = [...table.querySelectorAll('tr:has(svg .fill)')].map(tr => ({ svg: tr.querySelector('svg'),
              wide: number(tr.querySelector('.fill'), 'width'), at: number(tr.querySelector('.fill'), 'x'),
              says: parseFloat(text(tr.querySelector('td.num')).replace(/[^0-9.]/g, '')) }));
            const most = bars.reduce((a, b) => b.says > a.says ? b : a, bars[0]);
            for (const bar of bars)
              if (bar.at !== 0 || (most.says > 0 && Math.abs(bar.wide / most.wide - bar.says / most.says) > .02))
                say(bar.svg, 'a bar that does not begin at zero');
          }
          const matrices = [...document.querySelectorAll('table.matrix')];
          for (const table of matrices) {
            if (text(table.caption).length < 10) say(table, 'a matrix without a caption');
            if (text(document.querySelector('h1 ~ .lead, h1 ~ .headline')).split(' ').length < 4) say(table, 'a matrix without its point');
            for (const cell of table.querySelectorAll('tbody td'))
              if (!digits.test(text(cell)) && !text(cell.querySelector('.sr'))) say(cell, 'a cell that says nothing');
          }
          const shown = [...charts.filter(c => !c.closest('.meter-line')), ...matrices], all = text(document.querySelector('main'));
          for (const chart of shown) {
            const scrolls = chart.closest('.scroll');
            if (scrolls && (scrolls.tabIndex !== 0 || !(scrolls.ariaLabel || scrolls.getAttribute('aria-labelledby'))))
              say(scrolls, 'not to be reached by keyboard');
            if (!document.querySelector('main a[href^="/api/"], main a[href^="/record"], main .source')) say(chart, 'no source');
            if (!/\b20[0-9][0-9]\b/.test(all) && !document.querySelector('main time')) say(chart, 'no date');
          }
          if (shown.length > 0 && document.querySelector('main [title]:not(svg *)')) say(document.querySelector('main [title]:not(svg *)'),
            'hidden behind hover');
          return wrong;
        }
        """;

    /// <summary>What is wrong with the charts of a page; empty when it has none.</summary>
    internal static Task<string[]> BrokenAsync(IPage page) => page.EvaluateAsync<string[]>(Script);
}
