using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>What only some kinds of projects have: changes, an earlier review to carry over, a date to hurry for.</summary>
internal static class ProjectKindRoutes
{
    internal static void MapProjectKinds(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(
            "/api/reviews/{id}/changes",
            context => ReviewRoutes.WithReviewAsync(context, async (reviews, stored) => Answer.Json(
                stored.State is { Kind: ProjectKind.Modification, EarlierReview: { } earlier }
                && await reviews.ReadProjectAsync(earlier, context.RequestAborted) is { } before
                && await reviews.ReadProjectAsync(stored.State.Id, context.RequestAborted) is { } after
                    ? [.. ProjectChange.Between(before, after).Select(c => c.WithoutCounts())]
                    : new List<ProjectChange>())))
            .OpenTo(Access.Readers)
            .WithName("readChanges").WithSummary("What a modification changes in the project before it.")
            .Returns(200, "Every difference; none for another kind of project.", new List<ProjectChange>
                { new("/retention", "\"One year\"", "\"Two years\"") });
        endpoints.MapPost<ExpediteDecision>("/api/reviews/{id}/expedite", DecideExpediteAsync).OpenTo(Access.Coordinators)
            .WithName("decideExpedite")
            .WithSummary("Consents to an expedited review or not, with a public reason, before anybody is asked.")
            .WithDescription("With consent the response window is shortened as far as the date asked for needs it, to five business days "
                + "at the least. Until then and without consent the review runs at its regular pace.")
            .Takes(new ExpediteDecision(true, "The results are needed before the cold season."))
            .Returns(200, "Decided.", Examples.Review);
        endpoints.MapPost<CarryOverDecision>("/api/reviews/{id}/carry-over", CarryOverAsync).OpenTo(Access.Coordinators)
            .WithName("carryOver")
            .WithSummary("Carries the advice of the earlier review over to a continuation instead of asking again, with a public reason.")
            .Takes(new CarryOverDecision("Nothing but the dates has changed."))
            .Returns(200, "Carried over; each recommendation waits for its answer.", Examples.Review);
    }

    /// <summary>The coordinator's word on an expedited review.</summary>
    internal static Task<IResult> DecideExpediteAsync(HttpContext context, ExpediteDecision body) =>
        ReviewRoutes.Reasoned(body.Reason) ?? ReviewRoutes.DecideAsync(
        context, (review, now) => Expediting.Decide(review, body.Consent, body.Reason, context.Principal().KeyId, now),
        "Nobody asked for an expedited review here, it is decided, or members are being asked already.");

    /// <summary>Carries the earlier advice over.</summary>
    internal static async Task<IResult> CarryOverAsync(HttpContext context, CarryOverDecision body)
    {
        if (ReviewRoutes.Reasoned(body.Reason) is { } unreasoned)
            return await unreasoned;
        var reviews = context.Need<ReviewStore>();
        if (await ReviewRoutes.FindAsync(context, reviews) is not { } stored)
            return Problem.NotFound();
        if (stored.State.EarlierReview is not { } from
            || await reviews.ReadAsync(from, context.RequestAborted) is not { State.Report: not null } before)
            return Problem.Conflict("Only a continuation of a review whose report went out is carried over.");
        var earlier = new List<CarryingOver.Earlier>();
        foreach (var recommendation in before.State.Recommendations)
        {
            earlier.Add(new(
                recommendation, await reviews.ReadContentAsync(from, recommendation.Content, context.RequestAborted) ?? "",
                recommendation.PublicRelease is { } release
                    ? await reviews.ReadContentAsync(from, release.Content, context.RequestAborted)
                    : null));
        }
        var decided = await context.Need<ReviewCommands>().DecideAsync(stored.State.Id, (review, now) => CarryingOver.Decide(
            review, earlier, body.Reason, context.Principal().KeyId, context.Need<BusinessCalendar>(), now),
            cancellationToken: context.RequestAborted);
        return decided?.Result switch
        {
            CarryingOver.Outcome.Done =>
                Answer.Json(ReviewView.ForInsiders(context, (await reviews.ReadAsync(stored.State.Id, context.RequestAborted))!.State)),
            CarryingOver.Outcome.NotAContinuation => Problem.Conflict("Only a continuation is carried over."),
            _ => Problem.Conflict("Members are being asked already, or the review is over."),
        };
    }
}

/// <summary>The coordinator's word on an expedited review.</summary>
internal sealed record ExpediteDecision(bool Consent, string Reason);

/// <summary>The earlier advice is carried over.</summary>
internal sealed record CarryOverDecision(string Reason);
