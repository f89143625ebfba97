using System.Globalization;
using CtVoice.Core.Board;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Terms of members: which end soon, and renewing one.</summary>
internal static class TermRoutes
{
    /// <summary>Days within which a term ends soon, where nobody says how many.</summary>
    internal const int Soon = 90;

    private const int Longest = 730;

    internal static void MapTerms(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/terms", ListAsync).OpenTo(Access.Coordinators)
            .WithName("listEndingTerms")
            .WithSummary("Terms that have ended or end soon, of members who have not left; who waits longest first.")
            .Query("within", $"Days from today within which a term ends: 0 to {Longest}; {Soon} when absent.")
            .Returns(200, "The terms.", new List<EndingTerm> { new("m-21", new(2025, 3, 1), new(2027, 2, 28), Ended: false, 0) });
        endpoints.MapPost<Renewal>("/api/members/{id}/renewal", RenewAsync).OpenTo(Access.Coordinators)
            .WithName("renewTerm")
            .WithSummary("Renews a member's term until another last day; needs If-Match. What it was before is kept with the member.")
            .Takes(new Renewal(new(2029, 2, 28))).Returns(200, "Renewed.", MemberExamples.View);
    }

    internal static async Task<IResult> ListAsync(HttpContext context)
    {
        if (Within(context) is not { } within)
            return Problem.Faults("", $"within is a whole number of days from 0 to {Longest}.");
        var today = context.Today();
        return (await MemberRoutes.ListAsync(context)).Said<IReadOnlyList<MemberView>>() is { } board
            ? Answer.Json(Renewing.Ending(board.Select(view => view.Member), today, today.AddDays(within)))
            : Problem.NotFound();
    }

    /// <summary>Days that were asked for; null when they are none.</summary>
    internal static int? Within(HttpContext context) => context.QueryText("within") is not { } said ? Soon
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= Longest ? days
        : null;

    internal static async Task<IResult> RenewAsync(HttpContext context, Renewal body)
    {
        if (await MemberRoutes.MemberAsync(context) is not { } stored)
            return Problem.NotFound();
        var (today, by) = (context.Today(), context.Principal().KeyId);
        return Renewing.Refusal(stored, body.Until, today) is { } why
            ? Problem.Faults("/until", why)
            : await MemberRoutes.ChangeAsync(context, member => Renewing.Renew(member, body.Until, today, by), (_, _) => []);
    }
}

/// <summary>A term renewed.</summary>
/// <param name="Until">Last day of the renewed term.</param>
internal sealed record Renewal(DateOnly Until);
