using System.Globalization;
using CtVoice.Core.Board;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The auditor's report of who looked at what.</summary>
internal static class ViewRoutes
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 15, 0, 0, TimeSpan.Zero);

    internal static void MapViews(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/views", ListAsync).OpenTo(Access.Auditors)
            .WithName("listViews")
            .WithSummary("Who looked at contact data, unreleased replies, sealed words and the holding pen, oldest first.")
            .WithDescription("A page reads at most 1,000 records and shows those that match, so it may be short or empty and not the "
                + "last: go on while there is a continuation.")
            .Query("month", "yyyy-MM, UTC; this month when absent.").Query("day", "yyyy-MM-dd, UTC; instead of a month.")
            .Query("key", "Only views under this key id.").Query("screen", "Only screens that begin so, e.g. replies/.")
            .Query("continuation", "From the page before.")
            .Returns(200, "One page.", MemberExamples.Views);
        endpoints.MapGet("/api/views/summary", SummariseAsync).OpenTo(Access.Auditors)
            .WithName("summariseViews").WithSummary("How often each key looked, at which screens, and whose data it saw.")
            .Query("month", "yyyy-MM, UTC; this month when absent.").Query("day", "yyyy-MM-dd, UTC; instead of a month.")
            .Returns(200, "The keys that looked, in order.", new List<ViewSummary>
                { new("k-7", 3, 2, At, At.AddHours(2), new Dictionary<string, int> { ["members/contact"] = 2, ["replies"] = 1 }) });
    }

    internal static async Task<IResult> ListAsync(HttpContext context)
    {
        if (Span(context) is not { } span)
            return NoSuchSpan();
        var (views, continuation) = await context.Need<TableViewLog>()
            .ReadAsync(span, context.QueryText("continuation"), cancellationToken: context.RequestAborted);
        var (key, screen) = (context.QueryText("key"), context.QueryText("screen"));
        return Answer.Json(new ViewPage(
            [.. views.Where(v => (key is null || v.Who == key)
                && (screen is null || v.Screen.StartsWith(screen, StringComparison.Ordinal)))], continuation));
    }

    internal static async Task<IResult> SummariseAsync(HttpContext context)
    {
        if (Span(context) is not { } span)
            return NoSuchSpan();
        var keys = new SortedDictionary<string, ViewTally>(StringComparer.Ordinal);
        string? continuation = null;
        do
        {
            (var views, continuation) = await context.Need<TableViewLog>()
                .ReadAsync(span, continuation, cancellationToken: context.RequestAborted);
            foreach (var view in views)
            {
                if (!keys.TryGetValue(view.Who, out var tally))
                    keys[view.Who] = tally = new();
                tally.Add(view);
            }
        }
        while (continuation is not null);
        return Answer.Json(keys.Select(k => k.Value.Of(k.Key)).ToList());
    }

    private static Problem NoSuchSpan() => Problem.Faults("", "A month is written 2027-03, a day 2027-03-15; give one of them.");

    private static ViewSpan? Span(HttpContext context) => (context.QueryText("day"), context.QueryText("month")) switch
    {
        (null, null) => ViewSpan.Month(DateOnly.FromDateTime(context.Now().UtcDateTime)),
        (null, { } month) => Date(month + "-01") is { } first ? ViewSpan.Month(first) : null,
        ({ } day, null) => Date(day) is { } one ? new(one, one) : null,
        _ => null,
    };

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private sealed class ViewTally
    {
        private readonly HashSet<string> members = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, int> screens = new(StringComparer.Ordinal);
        private DateTimeOffset? first;
        private DateTimeOffset last;
        private int count;

        public void Add(ViewRecord view)
        {
            count++;
            first ??= view.When;
            last = view.When;
            members.UnionWith(view.MemberIds);
            // A screen of one review is a screen like that of another: "replies/r-1" counts as "replies".
            var parts = view.Screen.Split('/');
            var screen = parts is [_, ['r', '-', ..], ..] ? parts[0] : view.Screen;
            screens[screen] = screens.GetValueOrDefault(screen) + 1;
        }

        public ViewSummary Of(string key) => new(key, count, members.Count, first!.Value, last, screens);
    }
}

/// <summary>What one key looked at.</summary>
/// <param name="Key">Id of the key.</param>
/// <param name="Views">How often it looked.</param>
/// <param name="Members">Of how many members it saw something.</param>
/// <param name="First">When first.</param>
/// <param name="Last">When last.</param>
/// <param name="Screens">How often each screen; screens of single reviews are counted together.</param>
public sealed record ViewSummary(string Key, int Views, int Members, DateTimeOffset First, DateTimeOffset Last,
    IReadOnlyDictionary<string, int> Screens);
