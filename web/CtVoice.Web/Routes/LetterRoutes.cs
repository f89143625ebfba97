using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Json;
using CtVoice.Core.Letters;
using CtVoice.Language.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>What the office writes by itself: to one member, or one note to a panel.</summary>
internal static class LetterRoutes
{
    private static readonly DateTimeOffset At = new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero);

    private static readonly LetterEntry Sample = new(
        "m-01", null,
        [new("en", "We were wrong about the day. The right day is Monday. We are sorry."),
            new("es", "Nos equivocamos de día. Es el lunes. Perdón.", "Marisol Vega")]);

    private static readonly LetterView Shown = new(
        "l-acdefghjkm", null, "k-7", At, At.AddMinutes(10), null, false, Sample.Texts, [new("m-01", "en", LetterState.Waits, null)]);

    internal static void MapLetters(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost<LetterEntry>("/api/letters/check", CheckAsync).OpenTo(Access.Coordinators)
            .WithName("checkLetter")
            .WithSummary("Says to whom a letter would go, when, in how many parts, and what stands in its way. Stores nothing.")
            .Takes(Sample)
            .Returns(200, "What would leave.",
                new LetterCheckView(At.AddMinutes(10), [new("en", 1, 1, "CT Resident Advisory Board: ...", "grade 3")], []));
        endpoints.MapPost<LetterEntry>("/api/letters", WriteAsync).OpenTo(Access.Coordinators)
            .WithName("writeLetter")
            .WithSummary(
                "Writes to one member, or a note to the panel of a review. It leaves after the minutes in which it can be stopped.")
            .WithDescription("Never in a text: numbers of cases, a status of health, housing, benefit or custody, links. A member who "
                + "takes calls only, or texts without a topic, is to be called instead: see the list of things to do.")
            .Takes(Sample).Returns(201, "Taken.", Shown);
        endpoints.MapGet("/api/letters", ListAsync).OpenTo(Access.Coordinators)
            .WithName("listLetters").WithSummary("Letters of the office, newest first.")
            .Returns(200, "The letters.", new List<LetterView> { Shown });
        endpoints.MapGet("/api/letters/{letter}", ReadAsync).OpenTo(Access.Coordinators)
            .WithName("readLetter").WithSummary("One letter, and what became of it for each reader.")
            .Returns(200, "The letter.", Shown);
        endpoints.MapPost("/api/letters/{letter}/stop", StopAsync).OpenTo(Access.Coordinators)
            .WithName("stopLetter").WithSummary("Stops a letter that has not begun to leave: nobody gets it.")
            .Returns(200, "Stopped.", Shown);
        endpoints.MapPost<LetterCall>("/api/letters/{letter}/called", CalledAsync).OpenTo(Access.Coordinators)
            .WithName("noteLetterCall").WithSummary("Notes that a reader whom no message may reach was called.")
            .Takes(new LetterCall("m-01")).Returns(200, "Noted.", Shown);
    }

    /// <summary>What stands in the way of a letter; null when nothing does.</summary>
    internal static async Task<Problem?> RefusedAsync(HttpContext context, LetterEntry body)
    {
        if (body.Member is null == body.Review is null)
            return Problem.Faults("/member", "Name one member, or one review whose panel it goes to.");
        if (await ReadersAsync(context, body) is not { } to)
            return Problem.Faults(body.Member is null ? "/review" : "/member", "There is none of that id.");
        if (to.Count == 0)
            return Problem.Faults("/review", "Nobody of this panel was asked yet.");
        var today = context.Today();
        return LetterCheck.Of(Texts(body), [.. to.Select(r => r.Language).Distinct(StringComparer.Ordinal)], body.HarderBecause, today)
            is { Count: > 0 } faults ? Problem.Faults(faults) : null;
    }

    /// <summary>Writes a letter.</summary>
    internal static async Task<IResult> WriteAsync(HttpContext context, LetterEntry body)
    {
        if (await RefusedAsync(context, body) is { } refused)
            return refused;
        var letter = await context.Need<LetterBox>().WriteAsync(
            body.Review, (await ReadersAsync(context, body))!, Texts(body), context.Principal().KeyId, context.RequestAborted);
        context.Items[typeof(Letter)] = letter;
        return Answer.Json(LetterView.Of(letter), StatusCodes.Status201Created);
    }

    /// <summary>Stops a letter.</summary>
    internal static async Task<IResult> StopAsync(HttpContext context)
    {
        var box = context.Need<LetterBox>();
        if (await box.FindAsync(context.RouteText("letter"), context.RequestAborted) is not { } letter)
            return Problem.NotFound();
        return await box.StopAsync(letter.Id, context.Principal().KeyId, context.RequestAborted)
            ? Answer.Json(LetterView.Of((await box.FindAsync(letter.Id, context.RequestAborted))!))
            : Problem.Conflict("It has begun to leave, or was stopped before.");
    }

    /// <summary>Notes a call.</summary>
    internal static async Task<IResult> CalledAsync(HttpContext context, LetterCall body)
    {
        var box = context.Need<LetterBox>();
        if (await box.FindAsync(context.RouteText("letter"), context.RequestAborted) is not { } letter)
            return Problem.NotFound();
        return await box.CalledAsync(letter.Id, body.Member, context.RequestAborted)
            ? Answer.Json(LetterView.Of((await box.FindAsync(letter.Id, context.RequestAborted))!))
            : Problem.Conflict("This member is not to be called.");
    }

    /// <summary>What would leave, and when.</summary>
    internal static async Task<LetterCheckView> WouldLeaveAsync(HttpContext context, LetterEntry body)
    {
        var to = await ReadersAsync(context, body) ?? [];
        return new(
            await context.Need<LetterBox>().LeavesAtAsync(context.RequestAborted),
            [
                .. Texts(body).Where(t => to.Any(r => r.Language == t.Language)).Select(t => new LetterPartsView(
                    t.Language, to.Count(r => r.Language == t.Language), TextParts.Of(LetterCheck.AsText(t)), LetterCheck.AsText(t),
                    ReadingReport.Of(t.Text, t.Language)?.Plain)),
            ],
            (await RefusedAsync(context, body))?.Details.Faults ?? []);
    }

    private static async Task<IResult> CheckAsync(HttpContext context, LetterEntry body) =>
        Answer.Json(await WouldLeaveAsync(context, body));

    private static async Task<IResult> ListAsync(HttpContext context) =>
        Answer.Json((await context.Need<LetterBox>().AllAsync(context.RequestAborted)).Select(LetterView.Of).ToList());

    private static async Task<IResult> ReadAsync(HttpContext context) =>
        await context.Need<LetterBox>().FindAsync(context.RouteText("letter"), context.RequestAborted) is { } letter
            ? Answer.Json(LetterView.Of(letter)) : Problem.NotFound();

    private static Task<IReadOnlyList<LetterReader>?> ReadersAsync(HttpContext context, LetterEntry body) =>
        context.Need<LetterBox>().ReadersAsync(body.Member, body.Review, context.RequestAborted);

    private static List<LetterText> Texts(LetterEntry body) =>
        [.. body.Texts.Select(
            t => new LetterText(t.Language, t.Text ?? "", string.IsNullOrWhiteSpace(t.Translator) ? null : t.Translator.Trim()))];
}

/// <summary>A letter as the office writes it.</summary>
/// <param name="Member">The member that it goes to; absent for a note to a panel.</param>
/// <param name="Review">The review whose panel it goes to; absent for a letter to one member.</param>
/// <param name="Texts">Its words in each language that its readers are written to in.</param>
/// <param name="HarderBecause">Why a text may be harder to read than residents should get.</param>
public sealed record LetterEntry(string? Member, string? Review, IReadOnlyList<LetterWords> Texts, string? HarderBecause = null)
{
    /// <summary>Without the words.</summary>
    public override string ToString() => nameof(LetterEntry);
}

/// <summary>The words of a letter in one language.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Text">The words, without the board's name and how to stop: those are added.</param>
/// <param name="Translator">The person who wrote or translated it; not needed in English.</param>
public sealed record LetterWords(string Language, string? Text, string? Translator = null)
{
    /// <summary>Without the words.</summary>
    public override string ToString() => nameof(LetterWords);
}

/// <summary>A reader who was called.</summary>
/// <param name="Member">The member.</param>
public sealed record LetterCall(string Member);

/// <summary>A letter, and what became of it.</summary>
public sealed record LetterView(
    string Id, string? Review, string By, DateTimeOffset At, DateTimeOffset LeavesAt, DateTimeOffset? StoppedAt, bool Leaving,
    IReadOnlyList<LetterWords> Texts, IReadOnlyList<LetterReaderView> To)
{
    internal static LetterView Of(Letter letter) => new(
        letter.Id, letter.ReviewId, letter.By, letter.At, letter.LeavesAt, letter.StoppedAt, letter.Leaving,
        [.. letter.Texts.Select(t => new LetterWords(t.Language, t.Text, t.Translator))],
        [.. letter.To.Select(r => new LetterReaderView(r.MemberId, r.Language, r.State, r.At))]);
}

/// <summary>One reader of a letter.</summary>
public sealed record LetterReaderView(string Member, string Language, LetterState State, DateTimeOffset? At);

/// <summary>What would leave.</summary>
/// <param name="LeavesAt">When, if it were written now; until then it can be stopped.</param>
/// <param name="Texts">Each language, with how many read it and in how many parts it is sent.</param>
/// <param name="Faults">What stands in its way; none when nothing does.</param>
public sealed record LetterCheckView(DateTimeOffset LeavesAt, IReadOnlyList<LetterPartsView> Texts, IReadOnlyList<Fault> Faults);

/// <summary>A letter in one language as it would leave by text.</summary>
public sealed record LetterPartsView(string Language, int Readers, int Parts, string AsText, string? Grade);
