using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Web.Desk.Agencies;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>
/// What became of each recommendation, the word on evidence, translations that residents wait for, the Governing Board's decision;
/// and the answers of bodies for which the board's office speaks.
/// </summary>
internal static class AnswersPage
{
    internal static void MapAnswersPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTab("answers", ShowAsync).WithName("deskAnswers").WithSummary("What became of each recommendation.");
        endpoints.MapTabForm<EvidenceJudged>("answers", "{number}/evidence-word", AccountabilityRoutes.JudgeAsync, ShowAsync)
            .WithName("deskJudge").WithSummary("Says whether evidence shows what was promised.");
        endpoints.MapTabForm<PlainWordsTranslated>("answers", "{number}/plain-words/{language}", AccountabilityRoutes.TranslateAsync,
            ShowAsync)
            .WithName("deskTranslatePlainWords").WithSummary("Keeps a translation of plain words.");
        endpoints.MapTabForm<InformationGiven>("answers", "{number}/information", AccountabilityRoutes.InformAsync, ShowAsync)
            .WithName("deskInform").WithSummary("Tells an addressee what it needed to know.");
        endpoints.MapCheck<AnswerGiven>("/desk/reviews/{id}/answers/{number}/check", AccountabilityRoutes.CheckAnswerAsync, ShowAsync,
            CheckedAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskCheckAnswer").WithSummary("Shows such an answer as it will be public; stores nothing.");
        endpoints.MapAgain("/desk/reviews/{id}/answers/{number}/change", ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskChangeAnswer").WithSummary("Shows its form again as it was filled in; stores nothing.");
        endpoints.MapTabForm<AnswerGiven>("answers", "{number}/answer", AccountabilityRoutes.AnswerAsync, ShowAsync)
            .WithName("deskAnswer").WithSummary("Answers for a body that the board's office speaks for.");
        endpoints.MapTabForm<AnswerLater>("answers", "{number}/extension", AccountabilityRoutes.ExtendAsync, ShowAsync)
            .WithName("deskAnswerLater").WithSummary("Takes more time for such an answer.");
        endpoints.MapTabForm<EvidenceGiven>("answers", "{number}/evidence", AccountabilityRoutes.EvidenceAsync, ShowAsync)
            .WithName("deskEvidence").WithSummary("Shows that such a promise is kept.");
        endpoints.MapTabForm<CommitmentMoved>("answers", "{number}/commitment", AccountabilityRoutes.MoveAsync, ShowAsync)
            .WithName("deskMoveCommitment").WithSummary("Promises another day.");
        endpoints.MapTabForm<GoverningBoardDecided>("answers", "board", AccountabilityRoutes.DecideAsync, ShowAsync)
            .WithName("deskBoardDecision").WithSummary("Records a decision of the Data Governing Board.");
    }

    private static Task<IResult> CheckedAsync(HttpContext context, AnswerGiven body) =>
        ReviewRoutes.WithReviewAsync(context, async (reviews, stored) =>
    {
        var review = stored.State;
        if (!int.TryParse(context.RouteText("number"), out var number)
            || review.Recommendations.FirstOrDefault(r => r.Number == number) is not { } recommendation)
            return Problem.NotFound();
        var text = await reviews.ReadContentAsync(review.Id, recommendation.Content, context.RequestAborted);
        var by = await context.Need<AccessKeys>().LabelAsync(context.Principal().KeyId, context.RequestAborted);
        return DeskPage.Of<AnswerChecked>(
            context, "Check the answer",
            new AnswerChecked.Shown(review, recommendation, text, AccountabilityRoutes.Given(context, body, default), by,
                ReviewDesk.PathOf(context, "answers") + $"/{number}"),
            new PageLink("Today", "/desk"), new PageLink("Reviews", "/desk/reviews"),
            new PageLink(review.Title, ReviewDesk.PathOf(context, "")), new PageLink("Answers", ReviewDesk.PathOf(context, "answers")));
    });

    private static Task<IResult> ShowAsync(HttpContext context) =>
        ReviewDesk.ShowAsync<AnswersShown>(context, "Answers", async (reviews, review) =>
    {
        var now = context.Now();
        var wanted = TranslatingPlainWords.Missing(review)
            .SelectMany(m => m.Recommendations.Select(number => new AnswersShown.Wanted(number, m.Language))).ToList();
        return new AnswersShown.Shown(
            review, await ReportView.OfAsync(review, reviews, now, Audience.Agency, context.RequestAborted), wanted,
            [.. review.Recommendations.Where(r => r.Addressee == Addressees.Opm || AgencyDirectory.Shipped.ByCode(r.Addressee) is null)
                .Select(r => r.Number)], now);
    });
}
