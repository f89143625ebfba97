using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Words;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages.Members;

/// <summary>
/// Which page a member's link shows of a talk: the welcome, or the question after a silent year. One question at a time, in
/// the words of the messages. What was answered is never shown again.
/// </summary>
/// <param name="dialogue">The talk.</param>
/// <param name="link">The member's link.</param>
/// <param name="language">Their language.</param>
/// <param name="behind">What every page of the link knows.</param>
/// <param name="unwatched">Said where they are asked whether they agree, while nobody is on call; null otherwise.</param>
internal sealed class DialoguePages(Dialogue dialogue, MemberLink link, string language, BehindLink behind, string? unwatched)
{
    /// <summary>The talk as it stands.</summary>
    public Page Show() => dialogue.End is null ? Ask(null, null) : Over(null);

    /// <summary>The open question.</summary>
    /// <param name="fault">What is wrong with what was sent; null when nothing is.</param>
    /// <param name="note">What became of the answer before; null when there is none.</param>
    /// <param name="alert">The fixed words for somebody who may need help.</param>
    public Page Ask(string? fault, string? note, string? alert = null)
    {
        var words = behind.Words;
        var asText = link.Channel is Channel.Sms;
        var question = DialogueWords.In(language).Question(dialogue.Asks, asText, dialogue.Opening);
        var step = words.Step(dialogue.Step + 1, dialogue.Steps.Count);
        var title = dialogue.Steps.Count == 1 ? question.Text! : $"{step}: {words.Welcome}";
        var shown = new DialoguePage.Shown(dialogue, question, step, fault, note, alert, unwatched);
        return fault is null
            ? behind.Say<DialoguePage>(title, shown)
            : behind.Say<DialoguePage>($"{words.Problem}: {title}", shown, StatusCodes.Status400BadRequest);
    }

    /// <summary>Nothing more to answer.</summary>
    /// <param name="receipt">What was saved last; null when nothing was.</param>
    /// <param name="alert">The fixed words for somebody who may need help.</param>
    public Page Over(string? receipt, string? alert = null) =>
        behind.Say<DialogueOverPage>(behind.Words.Over.Heading, new DialogueOverPage.Shown(receipt, alert, dialogue.AsksCalls));

    /// <summary>One sentence after a button was pressed.</summary>
    public Page Done(string sentence) => behind.Done(sentence);
}
