using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>
/// What axe-core finds wrong on a page as it stands. Its wrapper for Playwright opens another window for each page, to put together what
/// frames of other origins say; ours have no frames, and so are looked at where they are.
/// </summary>
internal static class Axe
{
    /// <summary>WCAG 2.1 AA as far as a machine can tell.</summary>
    internal static readonly string[] Wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

    /// <summary>WCAG 2.2 AA, and what is good practice beyond it.</summary>
    internal static readonly string[] WcagAndPractice = [.. Wcag, "wcag22aa", "best-practice"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Each rule that is broken and where; empty when all that apply are kept, and some do.</summary>
    internal static async Task<string[]> BrokenAsync(IPage page, string[] tags)
    {
        Assert.Single(page.Frames);
        _ = await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async tags => {
              const found = await axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } });
              return found.passes.length > 0
                ? found.violations.map(rule => rule.id + ' at ' + rule.nodes.map(node => node.html).join(', '))
                : ['no rule had anything to look at'];
            }
            """,
            tags);
    }
}
