using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>
/// What DOMAIN asks of every chart (section 3, "Data visualization and accessibility guidelines"): a title that says the point, its
/// figures as text in a table around or a sentence beside it, nothing told by colour alone, nothing hidden from those who hear the page.
/// </summary>
internal static class ChartRules
{
    // A picture is an icon beside a word, the board's sign, or one of these: a bar in a row of its table, a progress bar, a shaded matrix.
    private const string Script = """
        () => {
          const wrong = [], text = e => (e?.textContent ?? '').trim(), digits = /[0-9]/;
          const say = (e, what) => wrong.push(what + ': ' + e.outerHTML.slice(0, 120));
          for (const svg of document.querySelectorAll('main svg')) {
            const named = svg.getAttribute('role') === 'img' && text(svg.querySelector('title')).length > 9;
            if (!named && svg.getAttribute('aria-hidden') !== 'true') say(svg, 'neither named nor hidden');
            if (svg.classList.contains('i') || named) continue;
            const row = svg.closest('tr'), line = svg.closest('.meter-line');
            if (line) {
              if (!digits.test(text(line.querySelector('.num')))) say(svg, 'a bar without its number');
              continue;
            }
            if (!row) { say(svg, 'a picture outside a table'); continue; }
            if (text(row.closest('table').caption).length < 10) say(svg, 'a table without a caption');
            if (!text(row.querySelector('th[scope=row]'))) say(svg, 'a bar without its name');
            if (!digits.test(text(row.querySelector('td.num')))) say(svg, 'a bar without its number');
            const title = text(row.closest('section, article')?.querySelector('h2, h3'));
            if (title.split(' ').length < 3) say(svg, 'no title that says the point, but "' + title + '"');
          }
          for (const table of document.querySelectorAll('table.matrix')) {
            if (text(table.caption).length < 10) say(table, 'a matrix without a caption');
            if (text(document.querySelector('h1 ~ .lead, h1 ~ .headline')).split(' ').length < 4) say(table, 'a matrix without its point');
            for (const cell of table.querySelectorAll('tbody td'))
              if (!digits.test(text(cell)) && !text(cell.querySelector('.sr'))) say(cell, 'a cell that says nothing');
          }
          return wrong;
        }
        """;

    /// <summary>What is wrong with the charts of a page; empty when it has none.</summary>
    internal static Task<string[]> BrokenAsync(IPage page) => page.EvaluateAsync<string[]>(Script);
}
