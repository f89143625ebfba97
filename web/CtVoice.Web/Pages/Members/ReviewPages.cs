using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews.FollowUps;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages.Members;

/// <summary>
/// Which page a member's link shows of a review. Plain HTML that works without a script, on the smallest phone, by keyboard
/// and by ear (WCAG 2.1 AA). Nothing a member said is on it unless their code was typed.
/// </summary>
/// <param name="page">What the link leads to.</param>
/// <param name="link">What every page of it knows.</param>
/// <param name="outside">Data that the public dictionary does not have.</param>
/// <param name="drafts">Texts of the drafts that are read back, in the language in which they were.</param>
/// <param name="advice">What was advised, in words, once members are told what became of it.</param>
internal sealed class ReviewPages(MemberPage page, BehindLink link, IReadOnlyList<DataItem> outside, IReadOnlyList<string> drafts,
    AdviceInWords advice)
{
    /// <summary>The page as a GET shows it.</summary>
    public Page Start() =>
        !page.Shows ? link.Say<ClosedPage>(link.Words.Closed.Heading, page)
        : page.Member.Discreet ? link.Say<HiddenPage>(link.Words.Title, link.Words.Hidden)
        : Asked();

    /// <summary>What is open: what follows the review's own questions, which were answered then; otherwise those;
    /// at last what became of it.</summary>
    public Page Asked() => page.FollowUps.Count > 0 ? FollowUps([], null)
        : page.Open ? Questions([], [])
        : link.Say<OutcomePage>(link.Words.FollowUp(FollowUpKind.Satisfaction).Title, new OutcomePage.Shown(page, advice));

    /// <summary>The review's own questions.</summary>
    /// <param name="faults">What is wrong with what was sent.</param>
    /// <param name="filled">What was filled in.</param>
    public Page Questions(IReadOnlyList<FormFault> faults, IReadOnlyList<Filled> filled) =>
        Form<QuestionsPage>(link.Words.Title, new QuestionsPage.Shown(page, outside, faults, filled), faults);

    /// <summary>What follows the review's own questions.</summary>
    /// <param name="faults">What is wrong with what was sent.</param>
    /// <param name="filled">What was filled in, under the number of the follow-up; null on a fresh page.</param>
    public Page FollowUps(IReadOnlyList<FormFault> faults, Filled? filled) => Show(new(page, drafts, faults, filled) { Advice = advice });

    /// <summary>It was saved that something is not right; what that is, is asked beside the words already on the page.</summary>
    public Page TellWhatIsWrong(int number, string? alert) =>
        Show(new(page, drafts, [], null) { NotRight = number, Alert = alert, Advice = advice });

    /// <summary>What was saved of a follow-up: an option, never words.</summary>
    public Page FollowUpSaved(FollowUpKind kind, int? choice, InboundOutcome? outcome)
    {
        var shown = new FollowUpSavedPage.Shown(kind, choice, outcome);
        return link.Say<FollowUpSavedPage>(shown.Heading(link.Words), shown);
    }

    /// <summary>What was saved: digits, never words; and the fixed words for somebody who may need help.</summary>
    public Page Saved(IReadOnlyList<(Filled Filled, InboundOutcome? Outcome)> saved)
    {
        var shown = new SavedPage.Shown(saved);
        return link.Say<SavedPage>(shown.Heading(link.Words), shown);
    }

    /// <summary>One sentence after a button was pressed.</summary>
    public Page Done(string sentence) => link.Done(sentence);

    /// <summary>What became of a guess at the code.</summary>
    public Page Checked(CodeCheck check, IReadOnlyList<SaidBefore> said) => check is CodeCheck.Right
        ? link.Say<WrotePage>(link.Words.YouWrote, new WrotePage.Shown(page, said))
        : link.Say<NotTheCodePage>(link.Words.Code.Heading, check,
            check is CodeCheck.None ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden);

    private Page Show(FollowUpsPage.Shown shown) =>
        Form<FollowUpsPage>(link.Words.FollowUp(page.FollowUps[0].Asked.Kind).Title, shown, shown.Faults);

    private Page Form<TComponent>(string title, object model, IReadOnlyList<FormFault> faults)
        where TComponent : Microsoft.AspNetCore.Components.IComponent => faults.Count == 0
        ? link.Say<TComponent>(title, model)
        : link.Say<TComponent>($"{link.Words.Problem}: {title}", model, StatusCodes.Status400BadRequest);
}
