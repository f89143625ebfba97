using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Applies what answers the open question of a talk: the welcome, and the question after a silent year.</summary>
public sealed class ApplyDialogue(TakeDialogueAnswer dialogues, BesideAnswers beside, PauseInDoubt doubt, ConversationOptions options)
{
    /// <summary>Takes an answer; null when no question of the talk is open. Words that may tell of danger are heard in
    /// a talk as well.</summary>
    internal async Task<InboundOutcome?> TakeAsync(Correlation about, Understood said, CancellationToken cancellationToken)
    {
        var phrases = about.Phrases;
        if (said.Aside is { Alone: true, Kind: AsideKind.Call or AsideKind.Question }
            && await beside.HearAsync(about.Message, said, phrases, null, cancellationToken) is { } heardToday)
            return heardToday;
        if (await dialogues.TakeAsync(about.Message, about.Source!.DialogueKind!, about.MemberId, BesideTheChoice.Bounded(said.Sure),
            said.OnForm ? said.Question : null, cancellationToken) is not { } taken)
            return null;
        if (await doubt.TakeAsync(about, said, cancellationToken) && taken.Place is not InboundPlace.OptOut)
            return taken with { Answer = said.Paused(phrases, options.Help) };
        return taken with { Answer = said.Fixed(phrases, options.Help) ?? (said.OnForm ? null : taken.Answer) };
    }
}
