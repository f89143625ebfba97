using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Web.Pages.Members;
using CtVoice.Web.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>
/// The page behind a member's link. Programs that look into mail open every link: a GET shows and does nothing. What is
/// posted enters like any other message: stored first, then understood and applied.
/// </summary>
internal static class MemberPageRoutes
{
    // Five answers of 10,000 characters, three bytes each, as a browser writes them.
    private static readonly BodyLimit Form = new(1024 * 1024);

    internal static void MapMemberPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/r/{token}", ShowAsync).OpenTo(Access.Public).RateLimited(Rate.Residents)
            .WithName("memberPage")
            .WithSummary("A member's page: the questions of a review and what follows them, or the welcome. It only shows; a link that "
                + "leads nowhere looks the same whatever the reason.");
        endpoints.MapForm("/r/{token}", PostAsync).OpenTo(Access.Public).LimitBody(Form).RateLimited(Rate.Residents)
            .WithName("memberForm")
            .WithSummary("What a member does on their page: answers, takes back, declines, ends messages, reads their words by code.");
        endpoints.MapPost("/api/members/{id}/links/revoke", RevokeAsync).OpenTo(Access.Coordinators)
            .WithName("revokeLinks").WithSummary("Takes back every link in a member's messages; the next message brings a new one.")
            .Returns(200, "How many there were.", new RevokedLinks(2));
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        Keep(context);
        var token = context.RouteText("token");
        if (await FindAsync(context, token, TimeSpan.Zero) is not { } link)
            return Gone(context);
        return (link.Source.DialogueKind is not null
            ? await DialoguePageRoutes.ShowAsync(context, link, token)
            : (await OpenAsync(context, link, token))?.Pages.Start()) ?? Gone(context);
    }

    private static async Task<IResult> PostAsync(HttpContext context)
    {
        Keep(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var action = form["do"].ToString();
        var token = context.RouteText("token");
        // What a person wrote while their link ended is taken all the same: late, where it is late.
        if (await FindAsync(context, token, action is "answer" or "follow-up" ? MemberPages.Grace : TimeSpan.Zero) is not { } link)
            return Gone(context);
        if (link.Source.DialogueKind is not null)
            return await DialoguePageRoutes.PostAsync(context, link, token, form) ?? Gone(context);
        (MemberPage Page, ReviewPages Pages)? found;
        try
        {
            found = await OpenAsync(context, link, token);
        }
        catch (Exception) when (UnopenedForm.Read(link, form) is { Count: > 0 })
        {
            return await KeepUnopenedAsync(context, link, token, form);
        }
        if (found is not { } opened)
            return Gone(context);
        var (page, pages) = opened;
        var words = PageWords.In(page.Invitation.Language);
        switch (action)
        {
            case "show" when page.Shows:
                // Whoever pressed has seen the question, also when they then answer by message.
                _ = await context.Need<ReviewCommands>().DecideAsync(
                    link.Source.ReviewId!, (review, now) => ShowingQuestions.Show(review, link.MemberId, PageForm.Channel, now),
                    cancellationToken: context.RequestAborted);
                return pages.Asked();
            case "answer" when page.Review.Stage is not Core.Reviews.ReviewStage.Cancelled:
                return await AnswerAsync(context, page, pages, form);
            case "follow-up":
                return await FollowUpPageRoutes.AnswerAsync(context, page, pages, token, form);
            case "code" when page.SaidAny:
                var check = await context.Need<MemberCodes>().CheckAsync(page.Link, form["code"].ToString(), context.RequestAborted);
                return pages.Checked(check, check is CodeCheck.Right ? await context.Need<MemberPages>()
                    .SaidAsync(page, context.RequestAborted) : []);
            case "withdraw":
                var withdrawn = await TakeAsync(context, page, form, PageAction.Withdraw);
                return pages.Done(withdrawn?.Place is InboundPlace.Late ? words.TookBackLate : words.TookBack);
            case "decline" when page.Open:
                _ = await TakeAsync(context, page, form, PageAction.Decline);
                return pages.Done(words.Declined);
            case "stop":
                _ = await TakeAsync(context, page, form, PageAction.Stop);
                return pages.Done(words.Stopped);
            case "calls" when PickedOfCalls(form) is { } picked:
                return await CallsAsync(context, link, page.Invitation.Language, token, form, picked);
            default:
                return pages.Start();
        }
    }

    /// <summary>
    /// The page cannot be opened, for a fault of ours or because the phone hung up while it was: what was sent is stored all the
    /// same, and whoever sent it is told so.
    /// </summary>
    internal static async Task<IResult> KeepUnopenedAsync(HttpContext context, MemberLink link, string token, IFormCollection form)
    {
        string? answer = null;
        foreach (var (filled, said) in UnopenedForm.Read(link, form))
            answer = (await TakeAsync(context, link, form, filled, said))?.Answer ?? answer;
        var behind = new BehindLink(UnopenedForm.WordsOf(form).Language, token, context.Need<HelpContact>(), context.Need<FixedAnswer>());
        return behind.Say<KeptPage>(behind.Words.Saved, new KeptPage.Shown(answer));
    }

    /// <summary>Which of the buttons about calls was pressed; null for none that the page has.</summary>
    internal static int? PickedOfCalls(IFormCollection form) =>
        int.TryParse(form[MemberFields.DialogueChoice], NumberStyles.None, CultureInfo.InvariantCulture, out var picked) && picked >= 1
            && picked <= DialogueAnswers.CallsOffered.Count
            ? picked
            : null;

    /// <summary>Fewer calls are taken at once from whoever holds the link; more take the code that only the member knows.</summary>
    internal static async Task<IResult> CallsAsync(HttpContext context, MemberLink link, string language, string token,
        IFormCollection form, int picked)
    {
        var behind = new BehindLink(language, token, context.Need<HelpContact>(), context.Need<FixedAnswer>());
        var held = (await context.Need<ContactStore>().ForSendingAsync(link.MemberId, context.RequestAborted))?.Calls;
        var more = DialogueAnswers.CallsOffered[picked - 1].IsMoreThan(held);
        if (more)
        {
            var code = form[MemberFields.Code].ToString().Trim();
            var codes = context.Need<MemberCodes>();
            // Nothing typed is no guess.
            CodeCheck? check = code.Length > 0 ? await codes.CheckAsync(link, code, context.RequestAborted)
                : await codes.HasAsync(link.MemberId, context.RequestAborted) ? null : new CodeCheck.None();
            if (check is not CodeCheck.Right)
                return behind.Say<CallsNeedCodePage>(behind.Words.Calls.Heading, new CallsNeedCodePage.Shown(check),
                    StatusCodes.Status403Forbidden);
        }
        _ = await TakeAsync(context, link, form, new(PageAction.Calls, link.Source, link.MemberId, link.Channel)
        { Choice = picked, Proven = more }, "");
        return behind.Done(behind.Words.CallsSaved);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, MemberPage page, ReviewPages pages, IFormCollection form)
    {
        var words = PageWords.In(page.Invitation.Language);
        var filled = page.Review.Questions.Select((q, i) => Read(form, i + 1, q.Offered.Count)).ToList();
        var faults = filled.Where(f => f.Words.Length > MemberFields.MostLetters)
            .Select(f => new FormFault(MemberFields.Words(f.Question), words.TooLong(MemberFields.MostLetters))).ToList();
        if (!filled.Any(f => f.Any))
            faults.Add(new(MemberFields.First(1, page.Review.Questions[0].Offered.Count), words.Nothing));
        if (faults.Count > 0)
            return pages.Questions(faults, filled);
        var saved = new List<(Filled, InboundOutcome?)>();
        foreach (var answer in filled.Where(f => f.Any))
            saved.Add((answer,
                await TakeAsync(context, page, form, PageAction.Answer, Said(answer, words), answer.Question, answer.Option)));
        return pages.Saved(saved);
    }

    /// <summary>What was filled in, in words: "not sure" is an answer in words.</summary>
    internal static string Said(Filled filled, PageWords words) =>
        filled.Choice == Filled.NotSure ? $"{words.NotSure}. {filled.Words}".Trim() : filled.Words.Trim();

    /// <summary>What was filled in for one question.</summary>
    internal static Filled Read(IFormCollection form, int question, int offered)
    {
        var filled = new Filled(question, form[MemberFields.Choice(question)].ToString(), form[MemberFields.Words(question)].ToString())
        { NotQuoted = form["quote"] == "no" };
        var known = filled.Choice == Filled.NotSure || (filled.Option >= 1 && filled.Option <= offered);
        return known ? filled : filled with { Choice = "" };
    }

    /// <summary>Takes a form in, and tells what became of it; null when that is not known yet.</summary>
    private static Task<InboundOutcome?> TakeAsync(
        HttpContext context, MemberPage page, IFormCollection form, PageAction action, string words = "", int? question = null,
        int? choice = null) =>
        TakeAsync(context, page.Link, form, new(action, page.Link.Source, page.Member.Id, page.Link.Channel)
        {
            Question = question,
            Choice = choice,
            NotQuoted = form["quote"] == "no",
        }, words);

    /// <summary>The same for a filled form.</summary>
    internal static async Task<InboundOutcome?> TakeAsync(HttpContext context, MemberLink link, IFormCollection form, PageForm filled,
        string words)
    {
        // Without a name of its own a form is named by what it says, so that even then it is stored once.
        var once = form["once"] is [{ Length: > 0 and <= 64 } name] ? name : words + filled.Choice;
        var message = filled.ToMessage(link, once, words, context.Now());
        await context.Need<Intake>().TakeAsync(message);
        // Whoever hung up has sent it all the same.
        return (await context.Need<InboundStore>().ReadAsync(message.Id, CancellationToken.None))?.Outcome;
    }

    private static async Task<MemberLink?> FindAsync(HttpContext context, string token, TimeSpan grace)
    {
        var link = await context.Need<MemberLinks>().FindAsync(token, grace, context.RequestAborted);
        if (link is not null && Practising.Is(link.MemberId))
            Pages.Page.MarkPractice(context);
        return link;
    }

    /// <summary>The page of a link as it stands now; null when it leads nowhere.</summary>
    internal static async Task<(MemberPage Page, ReviewPages Pages)?> OpenAsync(HttpContext context, MemberLink link, string token)
    {
        var reader = context.Need<MemberPages>();
        if (await reader.OpenAsync(link, context.RequestAborted) is not { } page)
            return null;
        var outside = await reader.OutsideDictionaryAsync(page.Review.Id, context.RequestAborted);
        var readBack = page.FollowUps.FirstOrDefault(f => f.Asked.Kind is FollowUpKind.ReadBack)?.Asked;
        var drafts = readBack is null
            ? []
            : await context.Need<FollowUpMessages>()
                .DraftsAsync(page.Review, readBack.Language ?? page.Invitation.Language, context.RequestAborted);
        var advice = page.Told
            ? await context.Need<FollowUpMessages>().AdviceAsync(page.Review, page.Invitation.Language, context.RequestAborted)
            : AdviceInWords.None;
        return (page,
            new(page, new(page.Invitation.Language, token, context.Need<HelpContact>(), context.Need<FixedAnswer>()), outside, drafts,
                advice));
    }

    private static Pages.Page Gone(HttpContext context) => BehindLink.Gone(context.Need<HelpContact>());

    internal static async Task<IResult> RevokeAsync(HttpContext context) => Core.Board.Member.IsId(context.RouteText("id"))
        ? Answer.Json(new RevokedLinks(await context.Need<MemberLinks>().RevokeAsync(context.RouteText("id"), context.RequestAborted)))
        : Problem.NotFound();

    // A phone passes through many hands, and so does what it remembers.
    private static void Keep(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}

/// <summary>Links that were taken back.</summary>
/// <param name="Revoked">How many.</param>
internal sealed record RevokedLinks(int Revoked);
