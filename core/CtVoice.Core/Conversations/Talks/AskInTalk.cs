using System.Globalization;
using System.Security.Cryptography;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;

namespace CtVoice.Core.Conversations.Talks;

/// <summary>Sends the open question of a talk.</summary>
public sealed class AskInTalk(MemberPost post, MemberLinks links, FixedAnswer watched, ContactIndex index, TimeProvider clock)
{
    internal Task<MessageOutcome> SendAsync(Talk talk, Member member, MemberContact contact, CancellationToken cancellationToken)
    {
        var place = new OutboxPlace(
            TalkStore.PartitionOf(talk.MemberId),
            string.Create(CultureInfo.InvariantCulture,
                $"outbox|{talk.MemberId}|{talk.Kind}|{talk.Round}|{talk.Step}|{(talk.AskedAt is null ? 1 : 2)}"));
        var posting = new Posting(place, member, contact, talk.Channel)
        {
            Answers = (CodeOf(talk), new(QuestionSource.Talk(talk.Kind), talk.MemberId)),
            // Whoever is silent holds the phone no longer than a second asking takes: a review's question comes next.
            Holds = talk.Channel is Channel.Sms
                ? (new(QuestionSource.Talk(talk.Kind), talk.MemberId, talk.Round), clock.GetUtcNow() + TimeSpan.FromDays(1))
                : null,
            KeepsPhone = true,
        };
        return post.SendAsync(posting, async (today, stop) => await WordsAsync(talk, today.Languages[0], stop), cancellationToken);
    }

    /// <summary>A code of its own for each talk, by which an emailed answer finds its way back;
    /// nobody can guess it without the index key.</summary>
    internal string CodeOf(Talk talk)
    {
        var name = Convert.FromHexString(
            index.OfCode(talk.MemberId, string.Create(CultureInfo.InvariantCulture, $"{talk.Kind}|{talk.Round}")));
        return Convert.ToHexString(SHA256.HashData(name))[..12];
    }

    private async Task<Wording> WordsAsync(Talk talk, string language, CancellationToken cancellationToken)
    {
        var asText = talk.Channel is Channel.Sms;
        return new(
            Phrases.In(language).Subject(CodeOf(talk)),
            TalkWords.In(language).Ask(
                talk.Asks, asText, await links.MakeAsync(QuestionSource.Talk(talk.Kind), talk.MemberId, talk.Channel, cancellationToken),
                talk.Asks is TalkStep.Consent ? await watched.UnwatchedAsync(Phrases.In(language), asText, cancellationToken) : null,
                talk.Opening));
    }
}
