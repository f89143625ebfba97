using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Local.Tests.Access;

/// <summary>
/// Every operation that coordinator, deputy or auditor may call, and the pages on which they do the same: pages.csv. Where
/// somebody has no page for it, the table says so and why; a reason that is no longer needed is taken out.
/// </summary>
public sealed class EveryActionHasAPageTests
{
    private static readonly Role[] Staff = [Role.Coordinator, Role.Deputy, Role.Auditor];

    private sealed record Line(string Operation, IReadOnlyList<string> Pages, string Missing);

    [Fact]
    public async Task Whoever_may_call_an_operation_has_a_page_for_it_or_a_reason_why_not()
    {
        await using var story = await ReviewStory.BeginAsync();
        var all = Operation.All(story.Service<EndpointDataSource>());
        var pages = all.Where(o => o.ForPeople).ToDictionary(o => o.Name, StringComparer.Ordinal);
        var operations = all.Where(o => !o.ForPeople && o.Access.Roles.Intersect(Staff).Any())
            .ToDictionary(o => o.Name, StringComparer.Ordinal);
        var lines = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Access", "pages.csv"))).Skip(1)
            .Where(l => l.Length > 0)
            .Select(l => l.Split(',', 3)).Select(l => new Line(l[0], l[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), l[2]))
            .ToList();

        Assert.Equal(operations.Keys.Order(StringComparer.Ordinal), lines.Select(l => l.Operation).Order(StringComparer.Ordinal));
        Assert.All(lines.SelectMany(l => l.Pages), page => Assert.Contains(page, pages.Keys));
        var wrong = new List<string>();
        foreach (var line in lines)
        {
            var operation = operations[line.Operation];
            foreach (var page in line.Pages.Select(p => pages[p]).Where(p => p.Access.Roles.Except(operation.Access.Roles).Any()))
                wrong.Add($"{page.Name} lets in more than {operation.Name}.");
            var without = operation.Access.Roles.Intersect(Staff).Except(line.Pages.SelectMany(p => pages[p].Access.Roles)).ToList();
            if (without.Count > 0 && line.Missing.Length == 0)
                wrong.Add($"{operation.Name}: {string.Join(", ", without)} can do it on no page; make one, or say why not.");
            if (without.Count == 0 && line.Missing.Length > 0)
                wrong.Add($"{operation.Name}: everybody has a page for it; take out \"{line.Missing}\".");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
