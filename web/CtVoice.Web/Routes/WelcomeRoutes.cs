using CtVoice.Core.Conversations.Dialogues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Welcoming many members by one act.</summary>
internal static class WelcomeRoutes
{
    private static readonly DateTimeOffset At = new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero);

    private static readonly WelcomeRoundView Sample =
        new("w-acdefghjkm", "k-7", At, At.AddMinutes(10), null, false, [new("m-01", WelcomeState.Waits, null, null)]);

    internal static void MapWelcomes(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/new-members", NewAsync).OpenTo(Access.Coordinators)
            .WithName("listNewMembers").WithSummary("Members who agreed to texts or mail, and were never welcomed.")
            .Returns(200, "Their ids.", new List<string> { "m-01" });
        endpoints.MapPost<WelcomeEntry>("/api/welcomes", BeginAsync).OpenTo(Access.Coordinators)
            .WithName("welcomeMembers")
            .WithSummary("Welcomes many members. It leaves after the minutes in which it can be stopped, within the hours of messages.")
            .Takes(new WelcomeEntry(["m-01"])).Returns(201, "Taken.", Sample);
        endpoints.MapGet("/api/welcomes", ListAsync).OpenTo(Access.Coordinators)
            .WithName("listWelcomes").WithSummary("Rounds of welcomes, newest first, each with how far its members are.")
            .Returns(200, "The rounds.", new List<WelcomeRoundView> { Sample });
        endpoints.MapGet("/api/welcomes/{round}", ReadAsync).OpenTo(Access.Coordinators)
            .WithName("readWelcomes").WithSummary("One round, and how far each member is.")
            .Returns(200, "The round.", Sample);
        endpoints.MapPost("/api/welcomes/{round}/stop", StopAsync).OpenTo(Access.Coordinators)
            .WithName("stopWelcomes").WithSummary("Stops a round that has not begun to leave: nobody is written to.")
            .Returns(200, "Stopped.", Sample);
    }

    internal static async Task<IResult> NewAsync(HttpContext context) =>
        Answer.Json(await context.Need<WelcomeRounds>().NewAsync(context.RequestAborted));

    internal static async Task<IResult> BeginAsync(HttpContext context, WelcomeEntry body)
    {
        var rounds = context.Need<WelcomeRounds>();
        if (body.Members.Count == 0)
            return Problem.Faults("/members", "Choose at least one member.");
        var known = (await rounds.NewAsync(context.RequestAborted)).ToHashSet(StringComparer.Ordinal);
        var others = body.Members.Where(member => !known.Contains(member)).Distinct(StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            return Problem.Faults("/members", $"No new member who agreed to texts or mail: {string.Join(", ", others.Take(10))}"
                + (others.Count > 10 ? $" and {others.Count - 10} more." : "."));
        }
        var round = await rounds.BeginAsync(body.Members, context.Principal().KeyId, context.RequestAborted);
        context.Items[typeof(WelcomeRound)] = round;
        return Answer.Json(await ViewAsync(context, round), StatusCodes.Status201Created);
    }

    internal static async Task<IResult> ListAsync(HttpContext context)
    {
        var views = new List<WelcomeRoundView>();
        foreach (var round in await context.Need<WelcomeRounds>().AllAsync(context.RequestAborted))
            views.Add(await ViewAsync(context, round));
        return Answer.Json(views);
    }

    internal static async Task<IResult> ReadAsync(HttpContext context) => await RoundAsync(context) is { } round
        ? Answer.Json(await ViewAsync(context, round))
        : Problem.NotFound();

    internal static async Task<IResult> StopAsync(HttpContext context)
    {
        if (await RoundAsync(context) is not { } round)
            return Problem.NotFound();
        return await context.Need<WelcomeRounds>().StopAsync(round.Id, context.Principal().KeyId, context.RequestAborted)
            ? await ReadAsync(context)
            : Problem.Conflict("It has begun to leave, or was stopped before.");
    }

    private static Task<WelcomeRound?> RoundAsync(HttpContext context) =>
        context.Need<WelcomeRounds>().FindAsync(context.RouteText("round"), context.RequestAborted);

    private static async Task<WelcomeRoundView> ViewAsync(HttpContext context, WelcomeRound round) => new(
        round.Id, round.By, round.At, round.LeavesAt, round.StoppedAt, round.Leaving,
        await context.Need<WelcomeRounds>().ProgressAsync(round, context.RequestAborted));
}

/// <summary>Members to be welcomed.</summary>
/// <param name="Members">Their ids.</param>
internal sealed record WelcomeEntry(IReadOnlyList<string> Members);

/// <summary>A round of welcomes, and how far it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="By">Key id of whoever began it.</param>
/// <param name="At">When.</param>
/// <param name="LeavesAt">From when on it leaves; until then it can be stopped.</param>
/// <param name="StoppedAt">When it was stopped; absent for most.</param>
/// <param name="Leaving">It has begun to leave.</param>
/// <param name="Members">Each member, and where their welcome stands.</param>
public sealed record WelcomeRoundView(
    string Id, string By, DateTimeOffset At, DateTimeOffset LeavesAt, DateTimeOffset? StoppedAt, bool Leaving,
    IReadOnlyList<Welcomed> Members);
