using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtVoice.Core;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows;
using CtVoice.Web.Routing;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Routes;

/// <summary>An agency brings a project.</summary>
internal static class ProjectRoutes
{
    internal static IEnumerable<Route> All =>
    [
        Route.Post<ProjectRequest>("api/projects", Access.For(Role.Agency, Role.Coordinator),
            new Docs("submitProject", "Submits a project; the review starts at once.")
            {
                Description = "With an Idempotency-Key header the same key and body answer with the same review, and another body is refused.",
            }
                .Takes(Examples.Project).Returns(202, "Stored; the review has started.", Examples.Review),
            SubmitAsync),
    ];

    private static async Task<IResult> SubmitAsync(HttpContext context, ProjectRequest project)
    {
        var principal = context.Principal();
        if (principal.Role is Role.Agency && principal.Agency != project.Agency)
            return Problem.Faults("/agency", $"Your key is one of {principal.Agency}; a project is submitted by its own agency.");
        var faults = Faults(context, project);
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var reviews = context.Need<ReviewStore>();
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > 200)
            return Problem.Faults("", "An Idempotency-Key has at most 200 characters.");
        var id = key.Length > 0 ? IdOf(SHA256.HashData(Encoding.UTF8.GetBytes($"{project.Agency}\n{key}"))) : IdOf(RandomNumberGenerator.GetBytes(16));
        var decision = Submitting.Decide(
            id, project, context.Need<CtVoiceOptions>().Policy, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), principal.KeyId,
            context.Need<TimeProvider>().GetUtcNow());
        if (!await context.Need<ReviewCommands>().SubmitAsync(decision, project, context.RequestAborted)
            && Text((await reviews.ReadProjectAsync(id, context.RequestAborted))!) != Text(project))
            return Problem.Conflict("This Idempotency-Key was used for another project.");
        var stored = (await reviews.ReadAsync(id, context.RequestAborted))!;
        return Answer.Json(ReviewView.Of(stored.State), StatusCodes.Status202Accepted, location: $"/api/reviews/{id}");
    }

    private static IReadOnlyList<Fault> Faults(HttpContext context, ProjectRequest project)
    {
        var policy = context.Need<CtVoiceOptions>().Policy;
        var calendar = context.Need<BusinessCalendar>();
        var today = LocalTime.DateIn(BusinessCalendar.Zone, context.Need<TimeProvider>().GetUtcNow());
        var regular = calendar.AddBusinessDays(today, policy.TextsDigestAfter + policy.WindowBusinessDays + policy.PreviewBusinessDays);
        return ProjectIntake.Check(
            project, context.Need<ICatalogueIndex>(), context.Need<ReferenceData>().Intake,
            new(today, calendar.AddBusinessDays(today, policy.ExpeditedBusinessDays), regular));
    }

    private static string Text(ProjectRequest project) => JsonSerializer.Serialize(project, WorkflowJson.Options);

    // 50 bits in letters that nobody mistakes for one another: enough that ids cannot be guessed or collide.
    private static string IdOf(ReadOnlySpan<byte> bytes)
    {
        const string Letters = "acdefghjkmnpqrtuvwxy34679bsz258x";
        var text = new StringBuilder("r-");
        for (var i = 0; i < 10; i++)
            text.Append(Letters[bytes[i] & 31]);
        return text.ToString();
    }
}
