using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Web.Pages;
using CtVoice.Web.Register;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Front;

/// <summary>Where everybody begins: what is overdue, the newest answers, how it works, who decides.</summary>
/// <param name="Words">In which words.</param>
/// <param name="Overdue">Answers that are overdue now, longest first.</param>
/// <param name="Answers">The newest answers whose recommendation everybody may read, newest first.</param>
public sealed record FrontPage(FrontWords Words, IReadOnlyList<OverdueAnswer> Overdue, IReadOnlyList<NewAnswer> Answers)
{
    // The newest reviews that have answers: those of about two years.
    private const int Looked = 25;
    private const int Shown = 3;

    internal static void MapFront(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/", context => ShowAsync(context, FrontWords.English)).OpenTo(Access.Public).WithName("home")
            .WithSummary("The front page.");
        endpoints.MapPage("/es", context => ShowAsync(context, FrontWords.Spanish)).OpenTo(Access.Public).WithName("homeSpanish")
            .WithSummary("The front page in Spanish.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, FrontWords words)
    {
        var (reviews, now) = (context.Need<ReviewStore>(), context.Now());
        var lines = ListedRows.Read(await new RegisterQuery(null).ReadAllAsync(context), RegisterLine.Of).Lines;
        var (overdue, answers) = (new List<OverdueAnswer>(), new List<NewAnswer>());
        foreach (var line in lines.Where(l => l.Answered > 0).Take(Looked).Union(lines.Where(l => l.Overdue > 0)))
        {
            if (await reviews.ReadAsync(line.Id, context.RequestAborted) is not { State: var review })
                continue;
            overdue.AddRange(review.Recommendations.Where(r => r is { Waits: true, OverdueSince: not null })
                .Select(r => new OverdueAnswer(review.Id, r.Number, r.Addressee, RegisterLine.Day(r.OverdueSince!.Value))));
            foreach (var recommendation in review.Recommendations.Where(r => r is { Answer: not null, PublicRelease: not null }))
            {
                if (await reviews.ReadContentAsync(review.Id, recommendation.PublicRelease!.Content, context.RequestAborted) is { } text)
                    answers.Add(new(review.Id, review.Title, RecommendationView.Of(review, recommendation, text, now)));
            }
        }
        return new Page(words.Title, Page.Content<Home>(new FrontPage(
            words, [.. overdue.OrderBy(o => o.Since).ThenBy(o => o.Review, StringComparer.Ordinal).ThenBy(o => o.Number)],
            [.. answers.OrderByDescending(a => a.Recommendation.Answer!.AnsweredAt).ThenBy(a => a.Recommendation.Number).Take(Shown)])))
        {
            Bare = true,
            Kept = true,
            Language = words.Language,
            Frame = words.Frame,
            Feeds = [new(words.Feed, "/api/register.atom")],
            Other = words.Language == "en" ? new("es", "Español", "/es") : new("en", "English", "/"),
        };
    }
}

/// <summary>An answer that is overdue.</summary>
/// <param name="Review">Id of its review.</param>
/// <param name="Number">Of the recommendation.</param>
/// <param name="Addressee">Code of whoever owes it.</param>
/// <param name="Since">Since which day.</param>
public sealed record OverdueAnswer(string Review, int Number, string Addressee, DateOnly Since);

/// <summary>An answer to a recommendation.</summary>
/// <param name="Review">Id of its review.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Recommendation">The recommendation and its answer.</param>
public sealed record NewAnswer(string Review, string Title, RecommendationView Recommendation);
