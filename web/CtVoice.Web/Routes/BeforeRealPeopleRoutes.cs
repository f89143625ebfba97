using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.RealPeople;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>What must be answered, each with a name and a date, before messages may reach residents.</summary>
internal static class BeforeRealPeopleRoutes
{
    private const string Path = "/api/before-real-people";

    private const int LongestName = 120;
    private const int LongestWords = 500;
    private const int OldestInYears = 5;

    private static readonly PreconditionView Sample = new(
        "danger-lists", "Danger lists read", Precondition.Find("danger-lists")!.Asks, null, false,
        new("Dr. Ana Ruiz, DMHAS", new(2026, 12, 1), "Read on paper; four words added.", new(2026, 12, 2, 15, 0, 0, TimeSpan.Zero),
            "k-3f9c01"), []);

    internal static void MapBeforeRealPeople(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, async context => Answer.Json(await ReadAsync(context))).OpenTo(Access.Insiders)
            .WithName("readBeforeRealPeople")
            .WithSummary(
                "What must be answered before messages may reach residents, and what is. The host with providers does not start before.")
            .Returns(200, "Each point, with the answer that holds.", new BeforeRealPeopleView(false, [Sample]));
        endpoints.MapGet(Path + "/{point}", async context => await FindAsync(context) is { } view ? Answer.Json(view) : Problem.NotFound())
            .OpenTo(Access.Insiders)
            .WithName("readPrecondition").WithSummary("One of these points, with every answer that was given before.")
            .Returns(200, "The point.", Sample);
        // The deputy stands in for the coordinator's work, not for what the office vouches for.
        endpoints.MapPut<PreconditionBody>(Path + "/{point}", PutAsync).OpenTo(Access.Coordinator)
            .WithName("answerPrecondition")
            .WithSummary("Enters who vouches for one of these points, and since when. What was said before stays in the record.")
            .Takes(new PreconditionBody(Sample.Answer!.By, Sample.Answer.On, Sample.Answer.Words)).Returns(204, "Entered.");
    }

    /// <summary>All of it.</summary>
    internal static async Task<BeforeRealPeopleView> ReadAsync(HttpContext context)
    {
        var states = await context.Need<BeforeRealPeople>().ReadAsync(context.RequestAborted);
        return new(states.All(s => s.Answer is not null), [.. states.Select(s => PreconditionView.Of(s, []))]);
    }

    /// <summary>The point of the path, with what was said of it before; null when there is none of that name.</summary>
    internal static async Task<PreconditionView?> FindAsync(HttpContext context)
    {
        var id = context.RouteText("point");
        if ((await context.Need<BeforeRealPeople>().ReadAsync(context.RequestAborted))
            .FirstOrDefault(s => s.What.Id == id) is not { } state)
            return null;
        var given = (await context.Need<PreconditionAnswers>().AllAsync(context.RequestAborted))[id].Reverse();
        return PreconditionView.Of(state, [.. given.Where(a => a != state.Answer)]);
    }

    internal static async Task<IResult> PutAsync(HttpContext context, PreconditionBody body)
    {
        if (Precondition.Find(context.RouteText("point")) is not { } point)
            return Problem.NotFound();
        var now = context.Now();
        var today = LocalTime.DateIn(LocalTime.Connecticut, now);
        var (by, words) = (body.By.Trim(), body.Words?.Trim() is { Length: > 0 } said ? said : null);
        var faults = new List<Fault>();
        if (by.Length is < 3 or > LongestName || by.Any(char.IsControl))
            faults.Add(new("/by",
                FormattableString.Invariant($"Say who vouches for it: a name and an office, in 3 to {LongestName} characters.")));
        if (body.On > today || body.On < today.AddYears(-OldestInYears))
            faults.Add(new("/on",
                FormattableString.Invariant($"Give the day on which they did: today, or a day of the last {OldestInYears} years.")));
        if (words is null && point.WordsNeeded)
            faults.Add(new("/words", "Write it down: this point is not answered by a name and a date alone."));
        if (words is { Length: > LongestWords })
            faults.Add(new("/words", FormattableString.Invariant($"Say it in at most {LongestWords} characters.")));
        if (faults.Count > 0)
            return Problem.Faults(faults);
        await context.Need<PreconditionAnswers>()
            .AddAsync(point.Id, new(by, body.On, words, now, context.Principal().KeyId), context.RequestAborted);
        return Answer.Nothing();
    }
}

/// <summary>Who vouches for a point.</summary>
/// <param name="By">Name and office.</param>
/// <param name="On">The day on which they did.</param>
/// <param name="Words">What they say beside; some points are not answered without.</param>
internal sealed record PreconditionBody(string By, DateOnly On, string? Words = null);

/// <summary>Whether messages may reach residents.</summary>
/// <param name="Ready">Everything is answered: the host with providers starts.</param>
/// <param name="Points">Each point, in order.</param>
public sealed record BeforeRealPeopleView(bool Ready, IReadOnlyList<PreconditionView> Points);

/// <summary>One point, as it stands.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Name">What it is.</param>
/// <param name="Asks">What exactly is vouched for.</param>
/// <param name="WordsAsked">What the answer says beside name and date; null where that is all.</param>
/// <param name="WordsNeeded">It is not answered without these words.</param>
/// <param name="Answer">The answer that holds; null while there is none.</param>
/// <param name="Before">Answers that were given before it, the newest first; only where one point is read.</param>
public sealed record PreconditionView(
    string Id, string Name, string Asks, string? WordsAsked, bool WordsNeeded, PreconditionAnswer? Answer,
    IReadOnlyList<PreconditionAnswer> Before)
{
    internal static PreconditionView Of(PreconditionState state, IReadOnlyList<PreconditionAnswer> before) =>
        new(state.What.Id, state.What.Name, state.What.Asks, state.What.WordsAsked, state.What.WordsNeeded, state.Answer, before);
}
