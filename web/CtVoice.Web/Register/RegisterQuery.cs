using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Lists;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CtVoice.Web.Register;

/// <summary>What somebody wants to see of the register.</summary>
/// <param name="Year">Year received (UTC); null for all.</param>
/// <param name="Agency">Code of the requesting agency; null for all.</param>
/// <param name="State">Where a review stands; null for all.</param>
/// <param name="Only">Something that went wrong; null for everything.</param>
/// <param name="Words">Part of the title; null for all.</param>
/// <param name="People">Code of a population that the data are about; null for all.</param>
/// <param name="Source">Code of an agency whose data are used; null for all.</param>
public sealed record RegisterQuery(
    int? Year, string? Agency = null, ReviewStage? State = null, Trouble? Only = null, string? Words = null, string? People = null,
    string? Source = null)
{
    private const string AllYears = "all";

    // Rows that a filter looks at for one page.
    private const int Looked = 1000;

    /// <summary>Reads the query, or says what is wrong with it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="allYears">What a query without a year means: all of them, or this one.</param>
    internal static (RegisterQuery? Query, Problem? Refusal) Of(HttpContext context, bool allYears = false)
    {
        var all = context.QueryText("year") is var text && (text == AllYears || (text is null && allYears));
        int? year = null;
        if (!all && (year = YearOf(context)) is null)
            return (null, Problem.Faults("", "A year is written with four digits, such as 2027; all of them are \"all\"."));
        ReviewStage? state = null;
        if (context.QueryText("state") is { } name && (state = StageOf(name)) is null)
            return (null, NoState());
        Trouble? only = null;
        if (context.QueryText("only") is { } trouble
            && (only = Enum.GetValues<Trouble>().Where(t => NameOf(t) == trouble).Select(t => (Trouble?)t).FirstOrDefault()) is null)
            return (null, Problem.Faults("", $"Only one of {string.Join(", ", Enum.GetValues<Trouble>().Select(NameOf))}."));
        return (new(year, CodeOf(context.QueryText("agency")), state, only, context.QueryText("q"), context.QueryText("people"),
            CodeOf(context.QueryText("source"))), null);
    }

    // An agency by its code, or by its name however published files write it.
    private static string? CodeOf(string? agency) =>
        agency is null ? null : (AgencyDirectory.Shipped.ByCode(agency) ?? AgencyDirectory.Shipped.ByName(agency))?.Code ?? agency;

    /// <summary>The stage that JSON names so; null when there is none.</summary>
    internal static ReviewStage? StageOf(string name) =>
        Enum.GetValues<ReviewStage>().Where(s => NameOf(s) == name).Select(s => (ReviewStage?)s).FirstOrDefault();

    /// <summary>400: there is no such state.</summary>
    internal static Problem NoState() =>
        Problem.Faults("", $"A state is one of {string.Join(", ", Enum.GetValues<ReviewStage>().Select(NameOf))}.");

    /// <summary>The <c>year</c> of the query, this year when it is absent; null when it is none.</summary>
    internal static int? YearOf(HttpContext context) => context.QueryText("year") is not { } text
        ? context.Now().Year
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 9999 ? year : null;

    /// <summary>A stage or a trouble as JSON names it.</summary>
    internal static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The same query at another address, such as that of the table.</summary>
    internal string At(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["year"] = Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : AllYears,
        ["q"] = Words,
        ["agency"] = Agency,
        ["state"] = State is { } state ? NameOf(state) : null,
        ["only"] = Only is { } only ? NameOf(only) : null,
        ["people"] = People,
        ["source"] = Source,
    }.Where(p => p.Value is not null));

    /// <summary>One page of what fits.</summary>
    internal async Task<RegisterPage> ReadAsync(HttpContext context)
    {
        var page = await PageAsync(context, context.QueryText("continuation"), this == new RegisterQuery(Year) ? Listing.PageSize : Looked);
        var read = ListedRows.Read(page.Rows, RegisterLine.Of);
        return new(read.Lines, page.Continuation) { Unreadable = read.UnreadableOrNull };
    }

    /// <summary>Everything that fits, newest first: a year has hundreds of reviews.</summary>
    internal async Task<IReadOnlyList<TableRow>> ReadAllAsync(HttpContext context)
    {
        var rows = new List<TableRow>();
        string? continuation = null;
        do
        {
            var page = await PageAsync(context, continuation, Looked);
            rows.AddRange(page.Rows);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return rows;
    }

    // Of all years a continuation begins with the year that it goes on in.
    private async Task<TablePage> PageAsync(HttpContext context, string? continuation, int take)
    {
        var reviews = context.Need<ReviewStore>();
        if (Year is { } one)
            return await OfYearAsync(one, continuation);
        var (from, rest) = continuation?.Split('~', 2) is [var begin, var more]
            && int.TryParse(begin, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? (year, more.Length == 0 ? null : more)
            : continuation is null ? (int.MaxValue, null) : throw new ForeignContinuationException();
        var rows = new List<TableRow>();
        foreach (var next in (await reviews.YearsAsync(context.RequestAborted)).OrderDescending().Where(y => y <= from))
        {
            if (rows.Count >= take)
                return new(rows, string.Create(CultureInfo.InvariantCulture, $"{next}~"));
            var page = await OfYearAsync(next, next == from ? rest : null);
            rows.AddRange(page.Rows);
            if (page.Continuation is { } further)
                return new(rows, string.Create(CultureInfo.InvariantCulture, $"{next}~{further}"));
        }
        return new(rows, null);

        async Task<TablePage> OfYearAsync(int of, string? after)
        {
            var page = await context.Need<ReviewLists>().ReadAsync(ReviewLists.Register(of), take, after, context.RequestAborted);
            var whole = new List<TableRow>();
            foreach (var row in page.Rows)
                whole.Add(await WholeAsync(row, reviews, context.RequestAborted));
            return page with { Rows = [.. whole.Where(Fits)] };
        }
    }

    // Rows written before promises, or what each addressee answered, were counted lack the count until the review's next decision:
    // the review itself tells.
    private static async Task<TableRow> WholeAsync(TableRow row, ReviewStore reviews, CancellationToken cancellationToken) =>
        ((row.Number("broken") is null && row.Number("answered") > 0) || (row.Text("advised") is null && row.Number("recommendations") > 0))
            && row.Text("id") is { } id && await reviews.ReadAsync(id, cancellationToken) is { } stored
            ? ReviewLists.RowsOf(stored).Single(r => r.Partition == row.Partition).Row!
            : row;

    private static bool Holds(TableRow row, string column, string code) =>
        row.Text(column)?.Split(' ').Contains(code, StringComparer.OrdinalIgnoreCase) is true;

    private bool Fits(TableRow row) =>
        (Agency is null || string.Equals(Agency, row.Text("agency"), StringComparison.OrdinalIgnoreCase))
        && (State is null || row.Text("stage") == State.ToString())
        && (People is null || Holds(row, "populations", People))
        && (Source is null || Holds(row, "agencies", Source))
        && (Words is null || row.Text("title")?.Contains(Words, StringComparison.InvariantCultureIgnoreCase) is true)
        && Only switch
        {
            Trouble.Overdue => row.Number("overdue") > 0,
            Trouble.Broken => row.Number("broken") > 0,
            Trouble.NotAnswered => row.Flag("notAnswered"),
            _ => true,
        };
}

/// <summary>What went wrong in public.</summary>
public enum Trouble
{
    /// <summary>An answer is overdue.</summary>
    Overdue,

    /// <summary>A promise was broken.</summary>
    Broken,

    /// <summary>Residents said that they were not answered.</summary>
    NotAnswered,
}
