using System.Globalization;
using System.Security.Cryptography;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>Sends the open question of a talk.</summary>
public sealed class AskInDialogue(MemberPost post, MemberLinks links, FixedAnswer watched, ContactIndex index, TimeProvider clock)
{
    internal Task<MessageOutcome> SendAsync(Dialogue dialogue, Member member, MemberContact contact, CancellationToken cancellationToken)
    {
        var place = new OutboxPlace(
            DialogueStore.PartitionOf(dialogue.MemberId),
            string.Create(CultureInfo.InvariantCulture,
                $"outbox|{dialogue.MemberId}|{dialogue.Kind}|{dialogue.Round}|{dialogue.Step}|{(dialogue.AskedAt is null ? 1 : 2)}"));
        var posting = new Posting(place, member, contact, dialogue.Channel)
        {
            Answers = (CodeOf(dialogue), new(QuestionSource.Dialogue(dialogue.Kind), dialogue.MemberId)),
            // Whoever is silent holds the phone no longer than a second asking takes: a review's question comes next.
            Holds = dialogue.Channel is Channel.Sms
                ? (new(QuestionSource.Dialogue(dialogue.Kind), dialogue.MemberId, dialogue.Round), clock.GetUtcNow() + TimeSpan.FromDays(1))
                : null,
            KeepsPhone = true,
        };
        return post.SendAsync(posting, async (today, stop) => await WordsAsync(dialogue, today.Languages[0], stop), cancellationToken);
    }

    /// <summary>A code of its own for each talk, by which an emailed answer finds its way back;
    /// nobody can guess it without the index key.</summary>
    internal string CodeOf(Dialogue dialogue)
    {
        var name = Convert.FromHexString(
            index.OfCode(dialogue.MemberId, string.Create(CultureInfo.InvariantCulture, $"{dialogue.Kind}|{dialogue.Round}")));
        return Convert.ToHexString(SHA256.HashData(name))[..12];
    }

    private async Task<Wording> WordsAsync(Dialogue dialogue, string language, CancellationToken cancellationToken)
    {
        var asText = dialogue.Channel is Channel.Sms;
        return new(
            Phrases.In(language).Subject(CodeOf(dialogue)),
            DialogueWords.In(language).Ask(
                dialogue.Asks, asText,
                await links.MakeAsync(QuestionSource.Dialogue(dialogue.Kind), dialogue.MemberId, dialogue.Channel, cancellationToken),
                dialogue.Asks is DialogueStep.Consent
                    ? await watched.UnwatchedAsync(Phrases.In(language), asText, cancellationToken)
                    : null,
                dialogue.Opening));
    }
}
