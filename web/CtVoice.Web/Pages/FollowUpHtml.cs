using System.Globalization;
using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews.FollowUps;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages;

/// <summary>
/// What follows a review's own questions, on the page behind a member's link: what is asked about first, then the question
/// in the form of every other. What the member said to it before is not shown.
/// </summary>
/// <param name="page">What the link leads to.</param>
/// <param name="layout">What every page of a link has.</param>
/// <param name="drafts">Texts of the drafts that are read back, in the language in which they were.</param>
internal sealed class FollowUpHtml(MemberPage page, MemberLayout layout, IReadOnlyList<string> drafts)
{
    /// <summary>Name of the field that says which one is answered.</summary>
    public const string NumberField = "number";

    private readonly PageWords words = PageWords.In(page.Invitation.Language);
    private readonly Phrases phrases = Phrases.In(page.Invitation.Language);

    /// <summary>Everything that is open, one after the other; mostly one.</summary>
    /// <param name="faults">What is wrong with what was sent.</param>
    /// <param name="filled">What was filled in, under the number of the follow-up; null on a fresh page.</param>
    /// <param name="note">What became of what was sent before.</param>
    /// <param name="alert">The fixed words for somebody who may need help.</param>
    /// <param name="more">What else can be done on the page.</param>
    public IResult Ask(IReadOnlyList<FormFault> faults, Filled? filled, Html? note, string? alert, Html more)
    {
        var title = words.FollowUp(page.FollowUps[0].Asked.Kind).Title;
        return layout.Say(faults.Count > 0 ? $"{words.Problem}: {title}" : title, Html.Of($"""
            {layout.Faults(faults)}
            {layout.Alert(alert)}
            {MemberLayout.Note(note)}
            {page.FollowUps.Select((open, i) => Section(open, i == 0, faults, filled?.Question == open.Asked.Number ? filled : null))}
            {layout.Safety()}
            {more}
            """), faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    /// <summary>What was saved: an option, never words.</summary>
    public IResult Receipt(FollowUpKind kind, int? choice, InboundOutcome? outcome) => layout.Say(words.Saved, Html.Of($"""
        <h1>{words.Saved}</h1>
        {layout.Alert(outcome?.Answer)}
        <p>{(outcome?.Place is InboundPlace.Late ? words.SavedLate : words.SavedFollowUp(choice is { } digit ? words.FollowUp(kind).Options[digit - 1] : null))}</p>
        {layout.Safety()}
        {layout.Back()}
        """));

    private Html Section(OpenFollowUp open, bool first, IReadOnlyList<FormFault> faults, Filled? filled)
    {
        var asked = open.Asked;
        var text = words.FollowUp(asked.Kind);
        var fault = faults.FirstOrDefault(f => f.FieldId == FirstField(asked.Number) || f.FieldId == MemberPageHtml.WordsField(asked.Number));
        var options = Html.Of($"{text.Options.Select((option, i) => Option(asked.Number, i + 1, option, filled))}");
        // A vote is only counted; what is not right about a draft may be quoted in the report.
        return Html.Of($"""
            {(first ? Html.Of($"<h1>{text.Title}</h1>") : Html.Of($"<h2>{text.Title}</h2>"))}
            <p class="lead">{text.Lead}</p>
            {(asked.Kind is FollowUpKind.ReadBack ? Drafts(asked) : Answers())}
            <form method="post" action="{layout.Path}" novalidate>
            {MemberLayout.Once("follow-up")}
            <input type="hidden" name="{NumberField}" value="{asked.Number}">
            {layout.Fieldset(asked.Number, Html.Of($"{text.Question}"), fault, page.Answered.Any(f => f.Number == asked.Number), options, text.Words, filled)}
            {(asked.Kind is FollowUpKind.ReadBack ? layout.NotQuoted(filled?.NotQuoted is true) : null)}
            {(open.Until is { } until ? Html.Of($"<p>{words.Until(phrases.Day(LocalTime.DateIn(BusinessCalendar.Zone, until)))}</p>") : null)}
            <p><button>{words.Send}</button></p>
            </form>
            """);
    }

    // Letters, as in the message: a digit can only be the answer.
    private Html Drafts(FollowUp asked) => drafts.Count == 0
        ? Html.Of($"<p>{words.DraftChanging}</p>")
        : Html.Of($"<ol type=\"A\"{Tongue(asked.Language ?? page.Invitation.Language)}>{drafts.Select(d => Html.Of($"<li>{d}</li>"))}</ol>");

    private Html Answers() => Html.Of($"<ol>{page.Review.Recommendations.Select(Answer)}</ol>");

    // What was decided in our words, and then in the agency's own where a person has put them into this language.
    private Html Answer(Recommendation recommendation)
    {
        var decided = phrases.Of(recommendation.Answer?.Kind);
        var plain = recommendation.Answer?.PlainIn(page.Invitation.Language);
        return Html.Of($"""
            <li value="{recommendation.Number}"><strong>{char.ToUpperInvariant(decided[0])}{decided[1..]}.</strong>{(plain is null ? null : Html.Of($" <span{Tongue(page.Invitation.Language)}>{plain}</span>"))}</li>
            """);
    }

    private static Html Option(int number, int choice, string option, Filled? filled)
    {
        var value = choice.ToString(CultureInfo.InvariantCulture);
        return MemberLayout.Radio(MemberPageHtml.ChoiceField(number), value, Html.Of($"{option}"), filled?.Choice == value);
    }

    private Html? Tongue(string language) => language == words.Language ? null : Html.Of($" lang=\"{language}\"");

    /// <summary>Id of the field that a fault of a follow-up leads to.</summary>
    public static string FirstField(int number) => MemberPageHtml.FirstField(number, FollowingUp.Choices(FollowUpKind.ReadBack));
}
