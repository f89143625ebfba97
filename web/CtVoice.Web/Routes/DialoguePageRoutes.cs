using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Words;
using CtVoice.Web.Pages.Members;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Routes;

/// <summary>
/// A member's link that leads to a talk: the page asks what the message asked. What an answer settles is decided where
/// the answers by message are (<see cref="DialogueAnswers"/>, <see cref="TakeDialogueAnswer"/>).
/// </summary>
internal static class DialoguePageRoutes
{
    // Written in the box of the question to try out; as much as a member's page takes.
    private const int MostLetters = MemberFields.MostLetters;

    /// <summary>The page as a GET shows it; null when it leads nowhere.</summary>
    internal static async Task<IResult?> ShowAsync(HttpContext context, MemberLink link, string token) =>
        await OpenAsync(context, link, token) is { } opened ? opened.Pages.Show() : null;

    /// <summary>What a member does on the page; null when it leads nowhere.</summary>
    internal static async Task<IResult?> PostAsync(HttpContext context, MemberLink link, string token, IFormCollection form)
    {
        Opened? found;
        try
        {
            found = await OpenAsync(context, link, token);
        }
        catch (Exception) when (UnopenedForm.Read(link, form) is { Count: > 0 })
        {
            return await MemberPageRoutes.KeepUnopenedAsync(context, link, token, form);
        }
        if (found is not { } opened)
            return null;
        switch (form["do"].ToString())
        {
            case "answer" when opened.Dialogue.End is null:
                return await AnswerAsync(context, link, token, opened, form);
            case "stop":
                _ = await MemberPageRoutes.TakeAsync(context, link, form, new(PageAction.Stop, link.Source, link.MemberId, link.Channel),
                    "");
                return opened.Pages.Done(PageWords.In(opened.Language).Stopped);
            case "calls" when MemberPageRoutes.PickedOfCalls(form) is { } picked:
                return await MemberPageRoutes.CallsAsync(context, link, opened.Language, token, form, picked);
            default:
                return opened.Pages.Show();
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, MemberLink link, string token, Opened opened, IFormCollection form)
    {
        var words = PageWords.In(opened.Language);
        var (dialogue, pages) = (opened.Dialogue, opened.Pages);
        // Every form of ours has a name: the message must not be named by a code, which could then be guessed from its name.
        if (form["once"] is not [{ Length: > 0 and <= 64 }]
            || !int.TryParse(form["step"], NumberStyles.None, CultureInfo.InvariantCulture, out var step))
            return pages.Show();
        var (choice, said) = Filled(form);
        // What is sent to a question that was answered meanwhile is kept like everything that arrives, and changes nothing.
        if (step == dialogue.Step && Fault(dialogue, choice, said, words) is { } fault)
            return pages.Ask(fault, note: null);
        var outcome =
            await MemberPageRoutes.TakeAsync(context, link, form, new(PageAction.Answer, link.Source, link.MemberId, link.Channel)
            {
                Question = step,
                Choice = choice,
            }, said);
        // In the language that may just have been chosen.
        if (outcome?.Place is InboundPlace.OptOut || await OpenAsync(context, link, token) is not { } next)
            return pages.Done(words.Stopped);
        if (outcome is null)
            return pages.Done(words.Saved);
        if (next.Dialogue.End is not null)
            return next.Pages.Over(Receipt(dialogue, choice, next.Language), outcome.Answer);
        return next.Pages.Ask(
            fault: null, outcome.Place is InboundPlace.Late
                ? PageWords.In(next.Language).AnsweredBefore
                : PageWords.In(next.Language).Saved, outcome.Answer);
    }

    /// <summary>What was filled in: an option, digits of a code, words.</summary>
    internal static (int? Choice, string Said) Filled(IFormCollection form)
    {
        if (form["without"] == "code")
            return (0, "");
        var choice = int.TryParse(form[MemberFields.DialogueChoice], NumberStyles.None, CultureInfo.InvariantCulture, out var digit)
            ? digit
            : (int?)null;
        return (choice, $"{form[MemberFields.Code]}{form[MemberFields.DialogueWords]}".Trim());
    }

    private static string? Fault(Dialogue dialogue, int? choice, string said, PageWords words) =>
        said.Length > MostLetters ? words.TooLong(MostLetters)
        : dialogue.Asks is DialogueStep.Practice && choice is null && said.Length == 0 ? words.Nothing
        : DialogueAnswers.CanRead(dialogue, PageForm.Answer(choice, said)) ? null
        : dialogue.Asks is DialogueStep.Code ? words.BadCode : words.PickOne;

    private static string? Receipt(Dialogue answered, int? choice, string language) =>
        answered.Asks is DialogueStep.Practice ? DialogueWords.In(language).Receipt(choice) : null;

    private static async Task<Opened?> OpenAsync(HttpContext context, MemberLink link, string token)
    {
        if (await context.Need<DialogueStore>().FindAsync(link.Source.DialogueKind!, link.MemberId, context.RequestAborted)
            is not { } dialogue
            || await context.Need<BoardStore>().GetAsync(link.MemberId, context.RequestAborted) is not { } member
            || !member.Consents(link.Channel))
            return null;
        var language = member.Languages[0];
        var danger = context.Need<FixedAnswer>();
        var unwatched = dialogue is { End: null, Asks: DialogueStep.Consent }
            ? await danger.UnwatchedAsync(Phrases.In(language), link.Channel is Channel.Sms, context.RequestAborted)
            : null;
        return new(dialogue, language, new(dialogue, link, language, new(language, token, context.Need<HelpContact>(), danger), unwatched));
    }

    private sealed record Opened(Dialogue Dialogue, string Language, DialoguePages Pages);
}
