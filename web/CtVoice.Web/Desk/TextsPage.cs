using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Texts;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>What residents will read: languages side by side, as it looks on a phone and in a mail;
/// and the check before it is released.</summary>
internal static class TextsPage
{
    // As long as a real link's secret: the parts of a text depend on it.
    internal const string SampleToken = "7KQ2M4XWb9dfhjkmn";

    internal static void MapTextsPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTab("texts", ShowAsync).WithName("deskTexts").WithSummary("What residents will read.");
        endpoints.MapTabForm<TextEntry>("texts", "{language}", TextRoutes.WriteAsync, ShowAsync)
            .WithName("deskWriteTexts").WithSummary("Writes what residents read in one language.");
        endpoints.MapTab("texts/{language}/release", CheckAsync).WithName("deskCheckTexts")
            .WithSummary("What a release sends, to whom and when.");
        endpoints.MapForm<TextsRelease>("/desk/reviews/{id}/texts/{language}/release", TextRoutes.ReleaseAsync, CheckAsync,
            context => ReviewDesk.PathOf(context, "texts"))
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskReleaseTexts").WithSummary("Releases what residents read in one language.");
    }

    private static Task<IResult> ShowAsync(HttpContext context) =>
        ReviewDesk.ShowAsync<TextsShown>(context, "Texts", async (reviews, review) =>
    {
        var languages = ReleasingTexts.Needed(review).Union(review.Texts.Select(t => t.Language)).Append(TextReadiness.Original)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(l => l != TextReadiness.Original).ThenBy(l => l, StringComparer.Ordinal);
        var project = await reviews.ReadProjectAsync(review.Id, context.RequestAborted);
        var shown = new List<TextsShown.One>();
        foreach (var language in languages)
            shown.Add(await OneAsync(context, review, language));
        return new TextsShown.Shown(review, shown, project?.Dppeia?.Risky ?? []);
    });

    private static Task<IResult> CheckAsync(HttpContext context) => ReviewRoutes.WithReviewAsync(context, async (_, stored) =>
    {
        var (review, language) = (stored.State, context.RouteText("language"));
        if (review.TextIn(language) is null)
            return Problem.NotFound();
        var one = await OneAsync(context, review, language);
        return DeskPage.Of<TextsChecked>(
            context, $"Release {ReviewWords.Language(language)}",
            new TextsChecked.Shown(review, one, context.Now()),
            new PageLink("Today", "/desk"), new PageLink("Reviews", "/desk/reviews"),
            new PageLink(review.Title, ReviewDesk.PathOf(context, "")), new PageLink("Texts", ReviewDesk.PathOf(context, "texts")));
    });

    private static async Task<TextsShown.One> OneAsync(HttpContext context, Review review, string language)
    {
        if (review.TextIn(language) is not { } text)
            return new(language, null, null, null, 0);
        var notes = await TextRoutes.NotesAsync(context, review, language);
        var project = await context.Need<ReviewStore>().ReadProjectAsync(review.Id, context.RequestAborted);
        var view = TextView.Of(review, text, notes, project);
        // What would leave is composed by what composes what leaves, as if it were released now.
        if (view.Lacking.Count > 0 && view.Standing is not TextStanding.Released)
            return new(language, view, null, null, 0);
        var now = context.Now();
        var released = review.Released.Any(r => r.Language == language)
            ? review
            : review.With(ReleasingTexts.Complete(review, text, notes, project)) with
            { Released = [.. review.Released, new(language, "", now)] };
        var link = new Uri($"{context.Request.Scheme}://{context.Request.Host}/r/{SampleToken}");
        var invitation = new Invitation { MemberId = "", Pseudonym = "", Language = language, Code = "7KQ2", Round = 1, CreatedAt = now };
        var sms = MemberWords.Compose(released, invitation, MessagePurpose.Invitation, asText: true, discreet: review.Sensitive, link).Text;
        var mail = MemberWords.Compose(released, invitation, MessagePurpose.Invitation, asText: false, discreet: false, link);
        return new(language, view, TextParts.Fit(sms), mail, TextParts.Of(TextParts.Fit(sms)));
    }
}
