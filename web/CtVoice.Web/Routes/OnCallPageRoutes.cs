using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Todo;
using CtVoice.Web.Pages;
using CtVoice.Web.Pages.OnCall;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>
/// The pages of people on call, on their phones: one to agree and choose a PIN, one for each alert. A GET shows no words and does
/// nothing. Whoever opens an alert with their PIN has it, and that they saw its words is recorded first.
/// </summary>
internal static class OnCallPageRoutes
{
    private static readonly PageFrame Frame =
        new("Resident Advisory Board", "Skip to content", "For people on call. Nobody is sent by this page.");

    internal static void MapOnCallPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/on-call/r/{token}", ShowAsync).OpenTo(Access.Public)
            .WithName("onCallPage")
            .WithSummary("Somebody's page of an alert, or the page on which they agree to be on call. It only shows.");
        endpoints.MapForm("/on-call/r/{token}", PostAsync).OpenTo(Access.Public)
            .WithName("onCallForm")
            .WithSummary("What somebody on call does: agrees and chooses a PIN, opens an alert, says what was done.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        Keep(context);
        var token = context.RouteText("token");
        if (await AlertAsync(context, token) is { } mine)
            return Page<AlertPage>(mine.Title, mine);
        return await context.Need<OnCallStore>().InvitedAsync(token, context.RequestAborted) is { } person
            ? Page<JoinPage>("Being on call", new JoinPage.Shown(token, person, null))
            : Problem.NotFound();
    }

    private static async Task<IResult> PostAsync(HttpContext context)
    {
        Keep(context);
        var token = context.RouteText("token");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (await AlertAsync(context, token) is { } mine)
        {
            return form["do"].ToString() switch
            {
                "open" => await OpenAsync(context, mine, form["pin"].ToString().Trim()),
                "done" => await DoneAsync(context, mine, form["opened"].ToString(), form["done"].ToString()),
                _ => Page<AlertPage>(mine.Title, mine),
            };
        }
        return await context.Need<OnCallStore>().InvitedAsync(token, context.RequestAborted) is { } person
            ? await JoinAsync(context, token, person, form)
            : Problem.NotFound();
    }

    private static async Task<IResult> JoinAsync(HttpContext context, string token, OnCallPerson person, IFormCollection form)
    {
        var (pin, again) = (form["pin"].ToString().Trim(), form["again"].ToString().Trim());
        var fault = !OnCallStore.IsPin(pin) ? FormattableString.Invariant($"A PIN has {OnCallStore.PinDigits} digits.")
            : pin.Distinct().Count() < 3 || "0123456789876543210".Contains(pin, StringComparison.Ordinal)
                ? "Others would guess this PIN. Choose another one."
            : pin != again ? "The two are not the same."
            : form["agree"] != "yes" ? "Tick the box if you agree. Without it you are not on call."
            : null;
        if (fault is not null)
            return Page<JoinPage>("Being on call", new JoinPage.Shown(token, person, fault), StatusCodes.Status422UnprocessableEntity);
        await context.Need<OnCallStore>().AgreeAsync(person, token, pin, context.RequestAborted);
        return Page<JoinedPage>("You agreed", person);
    }

    private static async Task<IResult> OpenAsync(HttpContext context, AlertPage.Shown mine, string pin)
    {
        var fault = await context.Need<OnCallStore>().CheckPinAsync(mine.Person, mine.Token, pin, context.RequestAborted) switch
        {
            CodeCheck.Right => null,
            CodeCheck.Locked { Until: { } until } =>
                $"Too many wrong ones. Try again after {AlertPage.Clock(until)}, or text OK {mine.Alert.Number} to have the alert, and "
                    + "call the coordinator.",
            CodeCheck.Locked => "This link takes no more. Ask the coordinator for a new PIN.",
            CodeCheck.None => "You have no PIN. Ask the coordinator for the link to choose one.",
            _ => "That is not your PIN.",
        };
        if (fault is not null)
            return Page<AlertPage>(mine.Title, mine with { Fault = fault }, StatusCodes.Status422UnprocessableEntity);
        var taking = await context.Need<Pager>().TakeAsync(mine.Alert.Number, mine.Person, context.RequestAborted);
        var now = (await AlertAsync(context, mine.Token))!;
        return taking is Taking.Yours
            ? Page<AlertPage>(now.Title, now with { Words = await WordsAsync(context, now) })
            : Page<AlertPage>(now.Title, now);
    }

    private static async Task<IResult> DoneAsync(HttpContext context, AlertPage.Shown mine, string opened, string code)
    {
        // Only the page with the words holds this, and it was behind the PIN.
        if (mine.Closed || opened.Length == 0 || opened != context.Need<OnCallAlerts>().ProofOf(mine.Alert))
            return Page<AlertPage>(mine.Title, mine);
        if (!await context.Need<Pager>().HandleAsync(mine.Alert.Number, mine.Person, code, context.RequestAborted))
        {
            return Page<AlertPage>(
                mine.Title, mine with { Words = await WordsAsync(context, mine), Fault = "Choose what was done." },
                StatusCodes.Status422UnprocessableEntity);
        }
        var now = (await AlertAsync(context, mine.Token))!;
        return Page<AlertPage>(now.Title, now with { Said = code });
    }

    /// <summary>Somebody's page of an alert as it stands now; null when the token leads to none, or they are on call no longer.</summary>
    private static async Task<AlertPage.Shown?> AlertAsync(HttpContext context, string token)
    {
        var cancel = context.RequestAborted;
        if (await context.Need<OnCallAlerts>().OfLinkAsync(token, cancel) is not var (number, person)
            || (await context.Need<OnCallStore>().ApprovedAsync(cancel))?.Find(person) is not { Name: var name }
            || await context.Need<OnCallAlerts>().FindAsync(number, cancel) is not { } alert)
            return null;
        return new(token, person, name, alert, !await context.Need<AlertSubjects>()
            .IsOpenAsync(alert, cancel), context.Now(), context.Need<HelpContact>());
    }

    /// <summary>The words of an alert, whom to call and whether one may; the view is recorded before anything is
    /// read for the page.</summary>
    private static async Task<AlertPage.Opened> WordsAsync(HttpContext context, AlertPage.Shown mine)
    {
        var cancel = context.RequestAborted;
        var stored = new List<StoredInbound>();
        foreach (var id in mine.Alert.Matters)
        {
            if (await context.Need<Matters>().FindAsync(id, cancel) is { Closed: false } matter
                && await context.Need<InboundStore>().IfReadableAsync(matter.InboundId, cancel) is { } message)
                stored.Add(message);
        }
        var members = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var message in stored)
            members.UnionWith(await context.Need<Senders>().OfAsync(message.Message, cancel));
        await context.Need<IViewLog>()
            .RecordAsync(new(context.Now(), Pager.KeyOf(mine.Person), "on-call", [.. members]), cancel);
        var people = new List<AlertPage.Callable>();
        foreach (var member in members)
        {
            var contact = await context.Need<ContactStore>().ForSendingAsync(member, cancel);
            var languages = (await context.Need<BoardStore>().GetAsync(member, cancel))?.Languages ?? [];
            people.Add(new(contact?.Phone, contact?.Calls, [.. languages.Select(Desk.ReviewWords.Language)]));
        }
        // Whom nobody knows can be called back where they wrote from.
        if (people.Count == 0)
            people.AddRange(stored.Where(s => s.Message.Channel is Channel.Sms).Select(s => s.Message.From).Distinct(StringComparer.Ordinal)
                .Select(phone => new AlertPage.Callable(phone, null, [])));
        return new(
            context.Need<OnCallAlerts>().ProofOf(mine.Alert),
            [.. stored.Select(
                s => new AlertPage.Written(s.Message.Channel.Name(), s.Message.ReceivedAt, HoldingPenRoutes.Text(s.Message)))],
            people,
            stored.Any(s => s.Outcome?.Answer is { } answer && context.Need<FixedAnswer>().LanguageOf(answer) is not null)
                ? context.Need<FixedAnswer>().Numbers : []);
    }

    private static Page Page<TComponent>(string title, object model, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new(title, Pages.Page.Content<TComponent>(model)) { Status = status, Frame = Frame, Desk = true };

    // A phone passes through many hands, and so does what it remembers.
    private static void Keep(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
