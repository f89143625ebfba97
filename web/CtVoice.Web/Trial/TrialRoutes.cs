using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Trial;

/// <summary>
/// The forms of the trial bar. Whoever presses them sits at the machine that the copy runs on (<see cref="TrialPeople.Of"/>); for
/// everybody else there is nothing here. A form of another site is refused like every form.
/// </summary>
public static class TrialRoutes
{
    /// <summary>Maps them, for a host that has an <see cref="ITrial"/>.</summary>
    public static void MapTrial(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapForm("/trial/clock", MoveAsync).OpenTo(Access.Public).RateLimited(Rate.None)
            .WithName("trialClock").WithSummary("Moves the trial's clock.");
        endpoints.MapForm("/trial/scene", JumpAsync).OpenTo(Access.Public).RateLimited(Rate.None)
            .WithName("trialScene").WithSummary("Plays a review forward to a scene.");
        endpoints.MapForm("/trial/tour", TourAsync).OpenTo(Access.Public).RateLimited(Rate.None)
            .WithName("trialTour").WithSummary("Begins, plays, leaves the tour.");
    }

    // Longer than any tour; the browser forgets its cookie after eight hours of its own.
    private static readonly TimeSpan Outlasting = TimeSpan.FromDays(732);

    private static Task<IResult> MoveAsync(HttpContext context) => ActAsync(context, async (trial, form) =>
    {
        if (Named<ClockStep>(form["by"].ToString()) is not { } step)
            return Problem.Faults("/by", "Press one of the buttons of the trial bar.");
        return await trial.MoveAsync(step, context.RequestAborted)
            ? Answer.SeeOther(Coming.Of(form).Return ?? "/")
            : Problem.Conflict(step is ClockStep.Close ? "No question is open, so none closes." : "Nothing is due.");
    });

    private static Task<IResult> JumpAsync(HttpContext context) => ActAsync(context, async (trial, form) =>
        await trial.JumpAsync(form["scene"].ToString(), context.RequestAborted) is { } page
            ? Answer.SeeOther(page)
            : Problem.Faults("/scene", "Choose one of the scenes of the trial bar."));

    private static Task<IResult> TourAsync(HttpContext context) => ActAsync(context, async (trial, form) =>
        Named<TourCommand>(form["do"].ToString()) is { } command
            ? Answer.SeeOther(await trial.TourAsync(command, context.RequestAborted) ?? Coming.Of(form).Return ?? "/")
            : Problem.Faults("/do", "Press one of the buttons of the tour."));

    private static async Task<IResult> ActAsync(HttpContext context, Func<ITrial, IFormCollection, Task<IResult>> act)
    {
        if (TrialPeople.Of(context) is null || context.RequestServices.GetService(typeof(ITrial)) is not ITrial trial)
            return Problem.NotFound();
        var person = await context.SignedInAsync();
        var outcome = await act(trial, await context.Request.ReadFormAsync(context.RequestAborted));
        // A session lasts eight hours, and days pass, also while people are played: whoever moved the clock did not leave.
        if (person is not null)
            await context.Need<PageSessions>().SignInAsync(context, person, Outlasting);
        return outcome;
    }

    /// <summary>What a button sends: a name. A number is none.</summary>
    private static T? Named<T>(string sent)
        where T : struct, Enum => Enum.GetNames<T>().Any(name => name.Equals(sent, StringComparison.OrdinalIgnoreCase))
            ? Enum.Parse<T>(sent, ignoreCase: true) : null;
}
