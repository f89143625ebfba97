using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Talks;
using CtVoice.Core.Conversations.Words;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages;

/// <summary>
/// The page on which a talk with a member goes on: the welcome, or the question after a silent year. One question at a
/// time, in the words of the messages. What was answered is never shown again.
/// </summary>
internal sealed class TalkPageHtml(Talk talk, MemberLink link, string language, string token, HelpContact help, FixedAnswer danger)
{
    /// <summary>Id and name of the field for a code.</summary>
    public const string CodeField = "code";

    /// <summary>Name of the options.</summary>
    public const string ChoiceField = "choice";

    /// <summary>Name of the words of the question to try out.</summary>
    public const string WordsField = "words";

    private readonly PageWords words = PageWords.In(language);
    private readonly TalkWords said = TalkWords.In(language);
    private readonly MemberLayout layout = new(PageWords.In(language), token, help, danger);

    /// <summary>The field that a fault of the open question leads to.</summary>
    public string FirstField => talk.Asks is TalkStep.Code ? CodeField : ChoiceField + "-1";

    /// <summary>The talk as it stands.</summary>
    public IResult Show() => talk.End is null ? Ask(null, null) : Over(null);

    /// <summary>The open question.</summary>
    /// <param name="fault">What is wrong with what was sent; null when nothing is.</param>
    /// <param name="note">What became of the answer before; null when there is none.</param>
    /// <param name="alert">The fixed words for somebody who may need help.</param>
    public IResult Ask(string? fault, string? note, string? alert = null)
    {
        var question = said.Question(talk.Asks, asText: link.Channel is Channel.Sms);
        var step = words.Step(talk.Step + 1, talk.Steps.Count);
        var title = talk.Steps.Count == 1 ? question.Text! : $"{step}: {words.Welcome}";
        return layout.Say(fault is null ? title : $"{words.Problem}: {title}", Html.Of($"""
            {layout.Faults(fault is null ? [] : [new(FirstField, fault)])}
            {layout.Alert(alert)}
            {MemberLayout.Note(note is null ? null : Html.Of($"{note}"))}
            <h1>{words.Welcome}</h1>
            {(talk.Steps.Count == 1 ? null : Html.Of($"<p class=\"count\">{step}</p>"))}
            {(question.Before is { } before ? Html.Of($"<p class=\"lead\">{before}</p>") : null)}
            {(talk.Asks is TalkStep.Consent ? Unwatched() : null)}
            {(talk.Step == 0 ? layout.Safety() : null)}
            <form method="post" action="{layout.Path}" novalidate>
            {MemberLayout.Once("answer")}
            <input type="hidden" name="step" value="{talk.Step}">
            {(talk.Asks is TalkStep.Code ? Code(fault) : Options(question, fault))}
            </form>
            {layout.Button(words.Stop, "stop")}
            """), fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>Nothing more to answer.</summary>
    /// <param name="receipt">What was saved last; null when nothing was.</param>
    /// <param name="alert">The fixed words for somebody who may need help.</param>
    public IResult Over(string? receipt, string? alert = null) => layout.Say(words.Over.Heading, Html.Of($"""
        {layout.Alert(alert)}
        <h1>{words.Over.Heading}</h1>
        {(receipt is null ? null : Html.Of($"<p class=\"lead\" role=\"status\">{receipt}</p>"))}
        <p>{words.Over.Text}</p>
        {layout.Button(words.Stop, "stop")}
        """));

    /// <summary>One sentence after a button was pressed.</summary>
    public IResult Done(string sentence) => layout.Done(sentence);

    private Html? Unwatched() =>
        danger.Unwatched(Phrases.In(language), link.Channel is Channel.Sms) is { } unwatched ? Html.Of($"<p>{unwatched}</p>") : null;

    private Html Options(TalkQuestion question, string? fault) => Html.Of($"""
        <fieldset{(fault is null ? null : Html.Of($" aria-describedby=\"fault\""))}>
        <legend>{question.Text}</legend>
        {Fault(fault)}
        {question.Options.Select((option, i) => MemberLayout.Radio(ChoiceField, (i + 1).ToString(CultureInfo.InvariantCulture), Option(option, i), ticked: false))}
        {(talk.Asks is TalkStep.Practice ? Html.Of($"<p><label for=\"{WordsField}\">{words.Words}</label><textarea id=\"{WordsField}\" name=\"{WordsField}\" rows=\"4\"></textarea></p>") : null)}
        </fieldset>
        <p><button>{words.Next}</button></p>
        """);

    // Not a password field: browsers offer to keep those, on a phone that others use. Nothing that was typed comes back.
    private Html Code(string? fault) => Html.Of($"""
        <p id="keep">{words.KeepCode}</p>
        {Fault(fault)}
        <p><label for="{CodeField}">{words.Code.Label}</label>
        <input id="{CodeField}" name="{CodeField}" type="text" inputmode="numeric" autocomplete="off" maxlength="{MemberCodes.Longest}" aria-describedby="keep{(fault is null ? "" : " fault")}"{(fault is null ? null : Html.Of($" aria-invalid=\"true\""))}></p>
        <p class="buttons"><button>{words.Next}</button> <button class="second" name="without" value="code">{words.WithoutCode}</button></p>
        """);

    private static Html? Fault(string? fault) => fault is null ? null : Html.Of($"<p class=\"fault\" id=\"fault\">{fault}</p>");

    // A message joins the options into one sentence; here each one begins a line. "Español" is Spanish on every page.
    private Html Option(string option, int place) => talk.Asks is TalkStep.Language
        ? Html.Of($"<span lang=\"{TalkAnswers.Languages[place]}\">{option}</span>")
        : Html.Of($"{char.ToUpperInvariant(option[0])}{option[1..]}");
}
