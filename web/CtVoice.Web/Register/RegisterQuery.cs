using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Register;

/// <summary>What somebody wants to see of the register.</summary>
/// <param name="Year">Year received (UTC).</param>
/// <param name="Agency">Code of the requesting agency; null for all.</param>
/// <param name="State">Where a review stands; null for all.</param>
internal sealed record RegisterQuery(int Year, string? Agency, ReviewStage? State)
{
    /// <summary>Reads the query, or says what is wrong with it.</summary>
    internal static (RegisterQuery? Query, Problem? Refusal) Of(HttpContext context)
    {
        if (YearOf(context) is not { } year)
            return (null, Problem.Faults("", "A year is written with four digits, such as 2027."));
        if (context.QueryText("state") is not { } name)
            return (new(year, context.QueryText("agency"), null), null);
        return StageOf(name) is { } state ? (new(year, context.QueryText("agency"), state), null) : (null, NoState());
    }

    /// <summary>The stage that JSON names so; null when there is none.</summary>
    internal static ReviewStage? StageOf(string name) =>
        Enum.GetValues<ReviewStage>().Where(s => NameOf(s) == name).Select(s => (ReviewStage?)s).FirstOrDefault();

    /// <summary>400: there is no such state.</summary>
    internal static Problem NoState() => Problem.Faults("", $"A state is one of {string.Join(", ", Enum.GetValues<ReviewStage>().Select(NameOf))}.");

    /// <summary>The <c>year</c> of the query, this year when it is absent; null when it is none.</summary>
    internal static int? YearOf(HttpContext context) => context.QueryText("year") is not { } text
        ? context.Need<TimeProvider>().GetUtcNow().Year
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 9999 ? year : null;

    /// <summary>A stage as JSON names it.</summary>
    internal static string NameOf(ReviewStage stage) => JsonNamingPolicy.KebabCaseLower.ConvertName(stage.ToString());

    /// <summary>One page of what fits.</summary>
    internal async Task<RegisterPage> ReadAsync(HttpContext context)
    {
        var partition = ReviewLists.Register(Year);
        var page = Agency is null && State is null
            ? await Listing.OfAsync(context, partition)
            : await Listing.OfAsync(context, partition, Fits);
        var read = await Listing.SayAsync(context, "register", ListedRows.Read(page.Rows, RegisterLine.Of));
        return new(read.Lines, page.Continuation) { Unreadable = read.UnreadableOrNull };
    }

    /// <summary>Everything of the year that fits: a year has hundreds of reviews.</summary>
    internal async Task<IReadOnlyList<TableRow>> ReadAllAsync(HttpContext context)
    {
        var rows = new List<TableRow>();
        string? continuation = null;
        do
        {
            var page = await context.Need<ReviewLists>().ReadAsync(ReviewLists.Register(Year), 1000, continuation, context.RequestAborted);
            rows.AddRange(page.Rows.Where(Fits));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return rows;
    }

    private bool Fits(TableRow row) =>
        (Agency is null || string.Equals(Agency, row.Text("agency"), StringComparison.OrdinalIgnoreCase)) && (State is null || row.Text("stage") == State.ToString());
}
