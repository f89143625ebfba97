using CtVoice.Web.Desk;
using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>A session as it is listed.</summary>
/// <param name="Id">Names it; not a secret.</param>
/// <param name="Key">The key that opened it, or whom the platform signed in.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="Agency">Their agency; absent for other roles.</param>
/// <param name="Opened">When they signed in.</param>
/// <param name="Seen">When something was asked in it last, to within a few minutes; absent where an earlier version opened it.</param>
/// <param name="Expires">When it ends, whatever is done in it.</param>
public sealed record SessionView(
    string Id, string Key, Role Role, string? Agency, DateTimeOffset Opened, DateTimeOffset? Seen, DateTimeOffset Expires);

/// <summary>Sessions of the pages: whoever is signed in sees their own and ends any of them; the coordinator sees and ends
/// everybody's.</summary>
internal static class SessionRoutes
{
    private const string Path = "/sessions";
    private const string Others = "others";

    private static readonly Access Everybody = Access.SignedIn(Enum.GetValues<Role>());
    private static readonly DateTimeOffset At = new(2027, 3, 1, 15, 0, 0, TimeSpan.Zero);
    private static readonly SessionView Sample =
        new("0123456789abcdef", "fedcba9876543210", Role.Agency, "DSS", At, At.AddMinutes(40), At.AddHours(8));

    internal static void MapSessions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/sessions", ListAsync).OpenTo(Access.CoordinatorAndAuditor)
            .WithName("listSessions").WithSummary("Every session of the pages that goes on, the newest first.")
            .Returns(200, "The sessions.", new List<SessionView> { Sample });
        endpoints.MapDelete("/api/sessions/{session}", EndAsync).OpenTo(Access.Coordinator)
            .WithName("endSession").WithSummary("Ends somebody's session at once.")
            .Path("session", "Its id, as the list says it.").Returns(204, "It has ended.");
        endpoints.MapPage(Path, ShowAsync).OpenTo(Everybody)
            .WithName("sessions").WithSummary("One's own sessions; for the coordinator everybody's.");
        endpoints.MapForm(Path + "/end", EndByFormAsync).OpenTo(Everybody).SignedInLately()
            .WithName("endSessions").WithSummary("Ends a session, or all of one's own but this one.");
    }

    private static async Task<IResult> ListAsync(HttpContext context) => Answer.Json<IReadOnlyList<SessionView>>(
        [.. (await context.Need<PageSessions>().ListAsync(context.RequestAborted)).Select(s => new SessionView(
            s.Id, s.Person.KeyId, s.Person.Role, s.Person.Agency, s.Opened, s.Seen, s.Expires))]);

    private static async Task<IResult> EndAsync(HttpContext context) =>
        await context.Need<PageSessions>().EndAsync(context.RouteText("session"), null, context.RequestAborted)
            ? Answer.Nothing()
            : Problem.NotFound();

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var (person, here) = (context.Principal(), PageSessions.IdOf(context)!);
        var lines = new List<SessionsShown.Line>();
        foreach (var session in await context.Need<PageSessions>().ListAsync(context.RequestAborted))
        {
            var mine = session.Person.KeyId == person.KeyId;
            if (mine || person.Role is Role.Coordinator)
                lines.Add(new(
                    session, mine, here.StartsWith(session.Id, StringComparison.Ordinal),
                    mine ? null : await context.Need<AccessKeys>().LabelAsync(session.Person.KeyId, context.RequestAborted)));
        }
        return DeskPage.Of<SessionsShown>(context, "Your sessions", new SessionsShown.Shown(lines, person.Role is Role.Coordinator));
    }

    private static async Task<IResult> EndByFormAsync(HttpContext context)
    {
        var (sessions, person) = (context.Need<PageSessions>(), context.Principal());
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var which = form["session"].ToString();
        // Kept while somebody signed in again: it is shown, and does nothing yet.
        if (form.ContainsKey(DeskForm.Kept))
            return Answer.SeeOther(Path);
        if (which == Others)
        {
            var here = PageSessions.IdOf(context)!;
            foreach (var session in await sessions.ListAsync(context.RequestAborted))
            {
                if (session.Person.KeyId == person.KeyId && !here.StartsWith(session.Id, StringComparison.Ordinal))
                    _ = await sessions.EndAsync(session.Id, person.KeyId, context.RequestAborted);
            }
        }
        else if (!await sessions.EndAsync(which, person.Role is Role.Coordinator ? null : person.KeyId, context.RequestAborted))
        {
            return Problem.NotFound();
        }
        return Answer.SeeOther(DeskForm.Done(Path, context.OperationName()));
    }
}
