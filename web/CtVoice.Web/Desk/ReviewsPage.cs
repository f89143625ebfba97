using CtVoice.Core.Calendar;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>Every review with where it stands, what it runs to and how far it is; open ones first.</summary>
internal static class ReviewsPage
{
    // Rows of one page of the list that are looked at, newest year first; the board has about twelve reviews a year.
    private const int Looked = 1000;
    private const int OfAPage = 30;

    internal static void MapReviewsPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/desk/reviews", ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskReviews").WithSummary("Every review, with search.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var (now, calendar, reviews) =
            (context.Now(), context.Need<BusinessCalendar>(), context.Need<ReviewStore>());
        var asked = new ReviewList.Wish(context.QueryText("q"), context.QueryText("stage")
            ?? ReviewList.Running, context.QueryText("agency"), context.QueryText("sort") ?? "deadline");
        var rows = await RowsAsync(context, reviews);
        var fit = rows.Where(r => Fits(r, asked)).ToList();
        var lines = new List<ReviewList.Line>();
        foreach (var row in fit)
        {
            // Only a review that still runs has a date; of the others the row says everything.
            var review = row.Flag("over") ? null : (await reviews.ReadAsync(row.Text("id")!, context.RequestAborted))?.State;
            lines.Add(LineOf(row, review, calendar, now));
        }
        var sorted = asked.Sort switch
        {
            "newest" => lines.OrderByDescending(l => l.SubmittedAt),
            "agency" => lines.OrderBy(l => ReviewWords.Agency(l.Agency), StringComparer.Ordinal).ThenByDescending(l => l.SubmittedAt),
            _ => lines.OrderBy(l => l.Next?.At ?? DateTimeOffset.MaxValue).ThenByDescending(l => l.SubmittedAt),
        };
        return DeskPage.Of<ReviewList>(
            context, "Reviews",
            new ReviewList.Shown(
                asked, Paged<ReviewList.Line>.Of(context, [.. sorted], OfAPage), rows.Count(r => !r.Flag("over")),
                (int)rows.Sum(r => r.Number("overdue") ?? 0),
                [.. rows.Select(r => r.Text("agency")!).Distinct(StringComparer.Ordinal)
                    .OrderBy(ReviewWords.Agency, StringComparer.Ordinal)]),
            new PageLink("Today", "/desk"));
    }

    private static async Task<IReadOnlyList<TableRow>> RowsAsync(HttpContext context, ReviewStore reviews)
    {
        var rows = new List<TableRow>(
            (await context.Need<ReviewLists>().ReadAsync(ReviewLists.Practice, Looked, null, context.RequestAborted)).Rows);
        foreach (var year in (await reviews.YearsAsync(context.RequestAborted)).OrderDescending())
        {
            if (rows.Count >= Looked)
                break;
            rows.AddRange(
                (await context.Need<ReviewLists>().ReadAsync(ReviewLists.Register(year), Looked, null, context.RequestAborted)).Rows);
        }
        // A row of a version to come hides none of the others.
        return [.. rows.Where(r => Enum.TryParse<ReviewStage>(r.Text("stage"), out _) && r.Text("id") is not null
            && r.Text("title") is not null && r.Text("agency") is not null)];
    }

    private static bool Fits(TableRow row, ReviewList.Wish asked) =>
        (asked.Words is not { } words || row.Text("title")!.Contains(words, StringComparison.CurrentCultureIgnoreCase))
        && (asked.Agency is not { } agency || row.Text("agency") == agency)
        && asked.Stage switch
        {
            "all" => true,
            ReviewList.Running => !row.Flag("over"),
            var stage => string.Equals(row.Text("stage"), stage, StringComparison.OrdinalIgnoreCase),
        };

    private static ReviewList.Line LineOf(TableRow row, Review? review, BusinessCalendar calendar, DateTimeOffset now)
    {
        int Count(string name) => (int)(row.Number(name) ?? 0);
        var others = (row.Text("agencies") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(a => a != row.Text("agency"))
            .Select(ReviewWords.Agency);
        return new(
            row.Text("id")!, row.Text("title")!, row.Text("agency")!, [.. others], Enum.Parse<ReviewStage>(row.Text("stage")!),
            row.Instant("submittedAt") ?? default,
            review is null ? null : ReviewWords.Next(review, calendar, now), Count("overdue"),
            review is null ? null : ReviewList.Progress.Of(review, Count("answered"), Count("recommendations")));
    }
}
