using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Equity awareness in data reporting: a draft table or text is read for what can be seen in it, and kept nowhere.</summary>
internal static class ReportCheckRoutes
{
    internal static void MapReportCheck(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost<ReportDraftGiven>("/api/report-check", (_, given) => Task.FromResult(Check(given)))
            .OpenTo(Access.AgenciesAndCoordinators)
            .WithName("checkReport")
            .WithSummary("Reads a draft table or text before it goes public and gives hints, never a score; stores nothing.")
            .WithDescription("Small numbers and hidden ones that can be worked out, percentages without the number they are of, rates "
                + "without what they are per, figures with nothing to compare them with, groups that are not named, words often heard "
                + "as blame. Residents judge: a publication check asks them.")
            .Takes(new ReportDraftGiven("Town,Children,Percent\nNorwich,7,12%"))
            .Returns(200, "What was seen.", Sample);

    /// <summary>Reads a draft; nothing of it is kept.</summary>
    internal static IResult Check(ReportDraftGiven given) => given.Text switch
    {
        { } text when string.IsNullOrWhiteSpace(text) => Problem.Faults("/text", "Paste the draft first: a table, a text, or both."),
        { Length: > ReportHints.Longest } text => Problem.Faults("/text", FormattableString.Invariant(
            $"A draft has at most {ReportHints.Longest} characters; this one has {text.Length}. Check it in parts.")),
        { } text => Answer.Json(ReportCheckView.Of(ReportHints.Read(text))),
    };

    private static ReportCheckView Sample { get; } = ReportCheckView.Of(ReportHints.Read("Town,Children,Percent\nNorwich,7,12%"));
}

/// <summary>A draft of what is about to go public.</summary>
/// <param name="Text">A table as it comes from a spreadsheet (tabs, commas, semicolons or bars), a text, or both; at most 50,000
/// characters.</param>
internal sealed record ReportDraftGiven(string Text);

/// <summary>What was seen in a draft. Hints: each may be right as it is, and they make no score.</summary>
/// <param name="Lines">Lines that were read.</param>
/// <param name="Tables">Tables among them.</param>
/// <param name="Items">The items of the publication checklist, each with its hints.</param>
/// <param name="More">Hints beyond the most that are shown.</param>
/// <param name="Checklist">Version of the checklist.</param>
public sealed record ReportCheckView(int Lines, int Tables, IReadOnlyList<ReportCheckItem> Items, int More, string Checklist)
{
    internal static ReportCheckView Of(ReportReading reading) => new(
        reading.Lines, reading.Tables,
        [.. PublicationChecklist.Shipped.Items.Select(item => new ReportCheckItem(
            item.Id, item.Title, item.LooksAt, [.. reading.Hints.Where(h => h.Item == item.Id)]))],
        reading.More, PublicationChecklist.Shipped.Version);
}

/// <summary>One item of the checklist.</summary>
/// <param name="Id">labels, comparators, small-numbers or deficit-framing.</param>
/// <param name="Title">What it is called.</param>
/// <param name="LooksAt">What is right.</param>
/// <param name="Hints">What was seen; none does not mean that all is well.</param>
public sealed record ReportCheckItem(string Id, string Title, string LooksAt, IReadOnlyList<ReportHint> Hints);
