using CtVoice.Core.Todo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Who of the office is away: the other one has the work, in mails and on Today.</summary>
internal static class AbsenceRoutes
{
    private static readonly AbsenceView Sample = new("coordinator", new(2027, 2, 1), new(2027, 2, 12), "deputy", true);

    internal static void MapAbsences(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/absences", async context => Answer.Json(await ReadAsync(context))).OpenTo(Access.Coordinators)
            .WithName("listAbsences").WithSummary("Who of the board's office is away, and who has their work.")
            .Returns(200, "The absences.", new List<AbsenceView> { Sample });
        endpoints.MapPut<AbsenceGiven>("/api/absences", PutAsync).OpenTo(Access.Coordinators)
            .WithName("putAbsence")
            .WithSummary("Enters when the coordinator or the deputy is away, in the place of what was entered for them before.")
            .WithDescription(
                "On those days mails to the office go to the one who is there, and Today says whose work it is. Danger is told to both.")
            .Takes(new AbsenceGiven(Sample.Person, Sample.From, Sample.To)).Returns(204, "Entered.");
        endpoints.MapDelete("/api/absences/{person}", RemoveAsync).OpenTo(Access.Coordinators)
            .WithName("removeAbsence").WithSummary("Somebody is back, or not away after all.")
            .Returns(204, "Removed.");
    }

    /// <summary>The absences that are not over.</summary>
    internal static async Task<IReadOnlyList<AbsenceView>> ReadAsync(HttpContext context)
    {
        var today = context.Today();
        return [.. (await context.Need<Absences>().AllAsync(context.RequestAborted)).Where(a => a.To >= today)
            .Select(a => new AbsenceView(a.Person, a.From, a.To, a.StandIn, a.Covers(today)))];
    }

    internal static async Task<IResult> PutAsync(HttpContext context, AbsenceGiven body)
    {
        var faults = new List<Core.Json.Fault>();
        var today = context.Today();
        if (!Absence.People.Contains(body.Person, StringComparer.Ordinal))
            faults.Add(new("/person", "Say who is away: coordinator or deputy."));
        if (body.To < today)
            faults.Add(new("/to", "The last day is over already."));
        if (body.To < body.From || body.To.DayNumber - body.From.DayNumber >= Absence.Longest)
            faults.Add(new("/from",
                FormattableString.Invariant($"The first day comes before the last one, at most {Absence.Longest} days.")));
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var wanted = new Absence(body.Person, body.From, body.To, context.Principal().KeyId);
        if ((await context.Need<Absences>().AllAsync(context.RequestAborted))
            .Any(a => a.Person == wanted.StandIn && a.From <= wanted.To && wanted.From <= a.To))
            return Problem.Conflict("The other one is away on some of these days: somebody of the office must be there.");
        await context.Need<Absences>().PutAsync(wanted, context.RequestAborted);
        return Answer.Nothing();
    }

    internal static async Task<IResult> RemoveAsync(HttpContext context) =>
        Absence.People.Contains(context.RouteText("person"), StringComparer.Ordinal)
            && await context.Need<Absences>().RemoveAsync(context.RouteText("person"), context.RequestAborted)
            ? Answer.Nothing()
            : Problem.NotFound();
}

/// <summary>When somebody of the office is away.</summary>
/// <param name="Person">coordinator or deputy.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal sealed record AbsenceGiven(string Person, DateOnly From, DateOnly To);

/// <summary>Somebody of the office is away, or will be.</summary>
/// <param name="Person">coordinator or deputy.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="StandIn">Who has the work.</param>
/// <param name="Now">Today is one of the days.</param>
public sealed record AbsenceView(string Person, DateOnly From, DateOnly To, string StandIn, bool Now);
