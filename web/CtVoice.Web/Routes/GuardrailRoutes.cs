using System.Globalization;
using CtVoice.Core.Accountability;
using CtVoice.Core.Commands;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Guardrails of the impact assessment, followed as commitments.</summary>
internal static class GuardrailRoutes
{
    private const int LongestText = 2000;

    private static readonly GuardrailView Sample = new(
        1, "potential-harms", DppeiaRisk.High, "No figure below the level of a region.", "CCEH HMIS manager",
        new("open", new(2027, 6, 30), false, null, [], []));

    internal static void MapGuardrails(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/reviews/{id}/guardrails", context => ReviewRoutes.WithReviewAsync(context, (_, stored) =>
                Task.FromResult(Answer.Json(GuardrailView.AllOf(stored.State, context.Now())))))
            .OpenTo(Access.Readers)
            .WithName("listGuardrails").WithSummary("What the agency promised against the risks that it sees, and what became of it.")
            .Returns(200, "The guardrails.", new List<GuardrailView> { Sample });
        endpoints.MapPost<EvidenceGiven>("/api/reviews/{id}/guardrails/{number}/evidence", ShowAsync).OpenTo(Access.Agencies)
            .WithName("showGuardrail").WithSummary("Shows that a guardrail is in place.")
            .WithDescription("It counts as kept at once and is public with the report; the coordinator may say that it does not show it.")
            .Takes(new EvidenceGiven("The export drops every table below a region since May 3."))
            .Returns(200, "Recorded.", new List<GuardrailView> { Sample });
        endpoints.MapPost<EvidenceJudged>("/api/reviews/{id}/guardrails/{number}/evidence/word", JudgeAsync).OpenTo(Access.Coordinators)
            .WithName("judgeGuardrail")
            .WithSummary("Says whether the evidence shows that a guardrail is in place, with a public reason when it does not.")
            .Takes(new EvidenceJudged(false, "The text names no table.")).Returns(200, "Recorded.", new List<GuardrailView> { Sample });
        endpoints.MapPost<CommitmentMoved>("/api/reviews/{id}/guardrails/{number}/commitment", MoveAsync).OpenTo(Access.Agencies)
            .WithName("moveGuardrail").WithSummary("Promises a guardrail for another day, with a public reason.")
            .Takes(new CommitmentMoved(new(2027, 9, 30), "The vendor delivers in August."))
            .Returns(200, "The new day holds; the one before stays public.", new List<GuardrailView> { Sample });
    }

    /// <summary>Shows that a guardrail is in place.</summary>
    internal static Task<IResult> ShowAsync(HttpContext context, EvidenceGiven body)
    {
        var faults = Words("/text", body.Text, "Say what was done");
        if (body.Link is { } link
            && (!link.IsAbsoluteUri || link.Scheme is not ("http" or "https") || link.OriginalString.Length > LongestText))
            faults.Add(new("/link", "Give a whole http or https address, or leave it out."));
        return TakeAsync(context, faults, (review, number, now) =>
            Guarding.Show(review, number, body.Text, body.Link, context.Principal().KeyId, now));
    }

    /// <summary>Says whether the evidence shows it.</summary>
    internal static Task<IResult> JudgeAsync(HttpContext context, EvidenceJudged body) => TakeAsync(
        context, body.Accepted && body.Reason is null ? [] : Words("/reason", body.Reason ?? "", "Give a reason"),
        (review, number, now) => Guarding.Judge(review, number, body.Accepted, body.Reason, context.Principal().KeyId, now));

    /// <summary>Promises another day.</summary>
    internal static Task<IResult> MoveAsync(HttpContext context, CommitmentMoved body)
    {
        var (faults, today) = (Words("/reason", body.Reason, "Give a reason"), context.Today());
        if (PromisedDay.Fault(body.DueOn, today) is { } fault)
            faults.Add(new("/dueOn", fault));
        return TakeAsync(context, faults, (review, number, now) =>
            Guarding.Move(review, number, body.DueOn, body.Reason, context.Principal().KeyId, now));
    }

    private static async Task<IResult> TakeAsync(
        HttpContext context, List<Fault> faults, Func<Review, int, DateTimeOffset, Decided<Delivering.Outcome>> decide)
    {
        if (await TextRoutes.OwnAsync(context) is not { } review
            || !int.TryParse(context.RouteText("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || review.Guardrails.All(g => g.Number != number))
            return Problem.NotFound();
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var decided = await context.Need<ReviewCommands>().DecideAsync(
            review.Id, (current, now) => decide(current, number, now), cancellationToken: context.RequestAborted);
        return decided!.Result switch
        {
            Delivering.Outcome.Recorded or Delivering.Outcome.Repeated => Answer.Json(GuardrailView.AllOf(
                (await context.Need<ReviewStore>().ReadAsync(review.Id, context.RequestAborted))!.State, context.Now())),
            Delivering.Outcome.Delivered => Problem.Conflict("It is shown to be in place already."),
            Delivering.Outcome.NoEvidence => Problem.Conflict("No evidence waits for a word."),
            _ => Problem.Conflict("The review was ended; its guardrails are no longer followed."),
        };
    }

    private static List<Fault> Words(string pointer, string text, string wish) => text.Trim().Length is 0 or > LongestText
        ? [new(pointer, FormattableString.Invariant($"{wish}, in 1 to {LongestText} characters; it is public."))]
        : [];
}
