using System.Xml;
using CtVoice.Local.Time;
using CtVoice.Web;

namespace CtVoice.Local.Host;

/// <summary>Time travel, the one thing that only the local host can do.</summary>
internal static class ClockRoutes
{
    private static readonly DateTimeOffset Sample = new(2026, 12, 4, 15, 0, 0, TimeSpan.Zero);

    internal static void MapClock(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(
            "/sim/clock",
            context => Task.FromResult(Answer.Json(new ClockReading(context.Now()))))
            .OpenTo(Access.Public)
            .WithName("readClock").WithSummary("What time it is here.").Returns(200, "The time.", new ClockReading(Sample));
        endpoints.MapPost<ClockAdvance>("/sim/clock", AdvanceAsync).OpenTo(Access.Public)
            .WithName("advanceClock").WithSummary("Lets time pass; everything due in between happens in order.")
            .Takes(new ClockAdvance("P3D")).Returns(200, "The time reached.", new ClockReading(Sample));
    }

    private static async Task<IResult> AdvanceAsync(HttpContext context, ClockAdvance body)
    {
        var travel = context.Need<TimeTravel>();
        if (body.To is { } instant && body.Advance is null)
            return Answer.Json(new ClockReading(await travel.AdvanceToAsync(instant, context.RequestAborted)));
        if (body.To is not null || Span(body.Advance) is not { } span)
            return Problem.Faults("/advance",
                "Give an ISO 8601 duration of up to two years, such as P3D or PT1H, or an instant under \"to\".");
        return Answer.Json(new ClockReading(await travel.AdvanceAsync(span, context.RequestAborted)));
    }

    private static TimeSpan? Span(string? text)
    {
        try
        {
            return text is not null && XmlConvert.ToTimeSpan(text) is var span && span >= TimeSpan.Zero && span <= TimeSpan.FromDays(732)
                ? span : null;
        }
        catch (Exception malformed) when (malformed is FormatException or OverflowException)
        {
            return null;
        }
    }
}

/// <summary>How far to go.</summary>
/// <param name="Advance">ISO 8601 duration.</param>
/// <param name="To">Or an instant; one that is past only lets what is due happen.</param>
internal sealed record ClockAdvance(string? Advance = null, DateTimeOffset? To = null);

/// <summary>The local host's time.</summary>
internal sealed record ClockReading(DateTimeOffset Now);
