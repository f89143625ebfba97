using CtVoice.Core.Board;
using CtVoice.Core.Letters;
using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Letters;

/// <summary>Writing to one member, or a note to a panel: the words, a check of what leaves, and what became of each.</summary>
internal static class LettersPage
{
    private const string Path = "/desk/letters";

    internal static void MapLettersPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAllAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskLetters").WithSummary("What the office wrote, and what became of it.");
        endpoints.MapPage(Path + "/new", ShowNewAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskNewLetter").WithSummary("Writes to one member, or a note to a panel.");
        endpoints.MapCheck<LetterEntry>(Path + "/check", LetterRoutes.RefusedAsync, ShowNewAsync, ShowCheckedAsync)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskCheckLetter").WithSummary("Shows who gets a letter, when and in how many parts; stores nothing.");
        endpoints.MapAgain(Path + "/change", ShowNewAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskChangeLetter").WithSummary("Shows the letter again as it was typed; stores nothing.");
        endpoints.MapForm<LetterEntry>(Path + "/send", LetterRoutes.WriteAsync, ShowNewAsync,
            context => PathOf(((Letter)context.Items[typeof(Letter)]!).Id))
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskSendLetter").WithSummary("Sends a letter, after the time in which it can be stopped.");
        endpoints.MapPage(Path + "/{letter}", ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskLetter").WithSummary("One letter, and what became of it for each reader.");
        endpoints.MapButton(Path + "/{letter}/stop", LetterRoutes.StopAsync, ShowAsync, Back).OpenTo(DeskPage.Coordinators)
            .WithName("deskStopLetter").WithSummary("Stops a letter: nobody gets it.");
        endpoints.MapForm<LetterCall>(Path + "/{letter}/called", LetterRoutes.CalledAsync, ShowAsync, Back).OpenTo(DeskPage.Coordinators)
            .WithName("deskLetterCalled").WithSummary("Notes that a reader was called.");
    }

    internal static string PathOf(string id) => $"{Path}/{Uri.EscapeDataString(id)}";

    private static string Back(HttpContext context) => PathOf(context.RouteText("letter"));

    private static async Task<IResult> ShowAllAsync(HttpContext context) => DeskPage.Of<LetterList>(
        context, "Letters", new LetterList.Shown(await context.Need<LetterBox>().AllAsync(context.RequestAborted)),
        new PageLink("Today", "/desk"));

    // Whom it is to stands in the address, or in what was typed.
    private static async Task<IResult> ShowNewAsync(HttpContext context)
    {
        var typed = Typed.Of(context)?.Fields;
        var member = context.QueryText("member") ?? First(typed, "member");
        var review = member is null ? context.QueryText("review") ?? First(typed, "review") : null;
        // A letter begins at its member or its review; without either, the list says so.
        if (member is null && review is null)
            return Answer.SeeOther(Path);
        if (await context.Need<LetterBox>().ReadersAsync(member, review, context.RequestAborted) is not { } to)
            return Problem.NotFound();
        var title = review is null
            ? $"member {member}"
            : (await context.Need<ReviewStore>().ReadAsync(review, context.RequestAborted))!.State.Title;
        return DeskPage.Of<LetterForm>(
            context, review is null ? $"Write to {title}" : "Write to the panel", new LetterForm.Shown(member, review, title, to),
            new PageLink("Today", "/desk"), new PageLink("Letters", Path));
    }

    private static async Task<IResult> ShowCheckedAsync(HttpContext context, LetterEntry body) => DeskPage.Of<LetterChecked>(
        context, "Check the letter", new LetterChecked.Shown(body, await LetterRoutes.WouldLeaveAsync(context, body)),
        new PageLink("Today", "/desk"), new PageLink("Letters", Path));

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        if (await context.Need<LetterBox>().FindAsync(context.RouteText("letter"), context.RequestAborted) is not { } letter)
            return Problem.NotFound();
        // Who may be called stands with the contact; only that is read of it, never the number.
        var calls = new Dictionary<string, CallsAllowed?>(StringComparer.Ordinal);
        foreach (var reader in letter.To.Where(r => r.State is LetterState.Call))
            calls[reader.MemberId] = (await context.Need<ContactStore>().ForSendingAsync(reader.MemberId, context.RequestAborted))?.Calls;
        return DeskPage.Of<LetterShown>(context, "Letter", new LetterShown.Shown(letter, calls, context.Now()),
            new PageLink("Today", "/desk"), new PageLink("Letters", Path));
    }

    private static string? First(IReadOnlyDictionary<string, IReadOnlyList<string>>? typed, string name) =>
        typed?.GetValueOrDefault(name) is [{ Length: > 0 } value, ..] ? value : null;
}
