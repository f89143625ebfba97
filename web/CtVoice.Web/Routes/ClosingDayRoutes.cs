using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Days on which the board's office is closed beyond the state's holidays.</summary>
internal static class ClosingDayRoutes
{
    private const string Path = "/api/calendar/closing-days";
    private const string Day = "yyyy-MM-dd";

    private static readonly ClosingDayView Sample =
        new(new(2027, 11, 26), "OPM closes on the day after Thanksgiving.", new(2027, 3, 1, 15, 0, 0, TimeSpan.Zero));

    private static readonly ClosingDayEffect SampleEffect = new(
        Sample.On, [new("r-acdefghjkm", "Rent and school", [new("Answer to recommendation 1", new(2027, 12, 2, 1, 0, 0, TimeSpan.Zero))])]);

    internal static void MapClosingDays(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, async context => Answer.Json(await ReadAsync(context))).OpenTo(Access.Public)
            .WithName("listClosingDays")
            .WithSummary("Days on which the board’s office is closed beyond the state’s holidays, each with its reason.")
            .Returns(200, "The closing days that stand.", new List<ClosingDayView> { Sample });
        endpoints.MapPost<ClosingDayGiven>(Path, AddAsync).OpenTo(Access.Coordinator)
            .WithName("addClosingDay").WithSummary("Enters a closing day; it counts in windows that begin from now on.")
            .WithDescription("A window that has begun keeps the date that it promised. The answer names the promised dates that would "
                + "have fallen later.")
            .Takes(new ClosingDayGiven(Sample.On, Sample.Reason))
            .Returns(200, "Entered; what stays although it lies after that day.", SampleEffect);
        endpoints.MapGet(Path + "/{day}/effect", EffectAsync).OpenTo(Access.Coordinator)
            .WithName("showClosingDayEffect")
            .WithSummary("Dates of open reviews that are promised and stay, if that day is entered or taken back.")
            .Returns(200, "The dates, by review.", SampleEffect);
        endpoints.MapDelete(Path + "/{day}", RemoveAsync).OpenTo(Access.Coordinator)
            .WithName("removeClosingDay").WithSummary("Takes a closing day back before it comes; dates that were counted with it stay.")
            .Returns(204, "Taken back.");
    }

    internal static async Task<IReadOnlyList<ClosingDayView>> ReadAsync(HttpContext context) =>
        [.. (await context.Need<ClosingDayStore>()
            .CurrentAsync(context.RequestAborted)).Standing.Select(d => new ClosingDayView(d.On, d.Reason, d.AddedAt))];

    /// <summary>What keeps a day from being entered; null when nothing does.</summary>
    internal static async Task<Problem?> RefusedAsync(HttpContext context, ClosingDayGiven body) =>
        (await context.Need<ClosingDayStore>().CurrentAsync(context.RequestAborted))
            .FaultsOf(body.On, body.Reason, context.Today()) is [_, ..] faults
            ? Problem.Faults(faults)
            : null;

    internal static async Task<IResult> AddAsync(HttpContext context, ClosingDayGiven body)
    {
        IReadOnlyList<Fault> faults = [];
        var entered = await context.Need<ClosingDayNews>().ChangeAsync(
            held => (faults = held.FaultsOf(body.On, body.Reason, context.Today())).Count > 0
                ? null
                : held.With(body.On, body.Reason, context.Now()),
            context.Principal().KeyId, context.RequestAborted);
        return entered is null ? Problem.Faults(faults) : Answer.Json(await EffectOfAsync(context, body.On));
    }

    internal static async Task<IResult> RemoveAsync(HttpContext context) =>
        DayIn(context) is { } day && await context.Need<ClosingDayNews>().ChangeAsync(
            held => held.Without(day, context.Today(), context.Now()), context.Principal().KeyId, context.RequestAborted) is not null
            ? Answer.Nothing()
            : Problem.NotFound();

    internal static async Task<ClosingDayEffect> EffectOfAsync(HttpContext context, DateOnly day) => new(
        day,
        [.. (await context.Need<ClosingDayNews>().StayingAsync(day, context.Need<BusinessCalendar>(), context.RequestAborted))
            .Select(t => new StayingDates(t.Review.Id, t.Review.Title, [.. t.Dates.Select(d => new StayingDate(d.What, d.At))]))]);

    private static async Task<IResult> EffectAsync(HttpContext context) =>
        DayIn(context) is { } day ? Answer.Json(await EffectOfAsync(context, day)) : Problem.NotFound();

    private static DateOnly? DayIn(HttpContext context) =>
        DateOnly.TryParseExact(context.RouteText("day"), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

}

/// <summary>A closing day to enter.</summary>
/// <param name="On">The day, after today.</param>
/// <param name="Reason">Why; public.</param>
internal sealed record ClosingDayGiven(DateOnly On, string Reason);

/// <summary>A day on which the board's office is closed.</summary>
/// <param name="On">The day.</param>
/// <param name="Reason">Why.</param>
/// <param name="AddedAt">Since when windows count with it.</param>
public sealed record ClosingDayView(DateOnly On, string Reason, DateTimeOffset AddedAt);

/// <summary>What a closing day leaves as it was promised.</summary>
/// <param name="On">The day.</param>
/// <param name="Stays">Dates on that day or after it, by review.</param>
public sealed record ClosingDayEffect(DateOnly On, IReadOnlyList<StayingDates> Stays);

/// <summary>Dates of a review that stay.</summary>
/// <param name="Review">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Dates">The dates, earliest first.</param>
public sealed record StayingDates(string Review, string Title, IReadOnlyList<StayingDate> Dates);

/// <summary>A date that was promised.</summary>
/// <param name="What">What happens then.</param>
/// <param name="At">When.</param>
public sealed record StayingDate(string What, DateTimeOffset At);
