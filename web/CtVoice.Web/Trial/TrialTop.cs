using CtVoice.Web.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web.Trial;

/// <summary>What stands on top of a page of a trial copy.</summary>
/// <param name="Now">What time it is there.</param>
/// <param name="Here">The page, to come back to; null where it cannot be asked for again.</param>
/// <param name="People">Whom one may be.</param>
/// <param name="Who">Whom one is; a visitor while nobody is signed in.</param>
/// <param name="Scenes">What one can jump to.</param>
/// <param name="Step">The tour's step; null outside the tour.</param>
public sealed record TrialTop(
    DateTimeOffset Now, string? Here, IReadOnlyList<TrialPerson> People, string Who, IReadOnlyList<TrialScene> Scenes, TourStep? Step)
{
    /// <summary>"Monday, January 11, 2027, 9:30 AM".</summary>
    public string Time => DeskTime.Whole(Now);

    /// <summary>For whoever sits at the machine of a trial copy; null for everybody else.</summary>
    internal static async Task<TrialTop?> OfAsync(HttpContext context)
    {
        if (TrialPeople.Of(context) is not { } people || context.RequestServices.GetService<ITrial>() is not { } trial)
            return null;
        var request = context.Request;
        return new(
            context.Now(),
            HttpMethods.IsGet(request.Method) ? request.Path.ToUriComponent() + request.QueryString.ToUriComponent() : null,
            people.Everybody, context.PrincipalOrNull() is { } person
                ? person.Agency ?? person.Role.ToString().ToLowerInvariant()
                : TrialPerson.Visitor, trial.Scenes, await trial.StepAsync(context.RequestAborted));
    }
}
