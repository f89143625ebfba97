using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>What a follow-up says, from texts that a person released.</summary>
public sealed class FollowUpMessages(ReviewStore reviews)
{
    /// <summary>The message that asks a follow-up, with the member's page of this message when there is one.</summary>
    public async Task<Wording> ComposeAsync(
        Review review, string memberId, FollowUpKind kind, string language, bool asText, bool discreet, Uri? link = null,
        CancellationToken cancellationToken = default)
    {
        var code = Pseudonym.FollowUpCode(review.PseudonymSalt, memberId, kind);
        return kind is FollowUpKind.Satisfaction
            ? FollowUpWords.Satisfaction(language, code, asText, link)
            : FollowUpWords.ReadBack(language, code, await DraftsAsync(review, language, cancellationToken), asText, discreet, link);
    }

    /// <summary>
    /// The texts of the drafts that can be shown, in a language. One that was changed after it was read back, and has no
    /// translation any more, is left out; so is one that speaks in the first person: those were released before that was
    /// looked at.
    /// </summary>
    public async Task<IReadOnlyList<string>> DraftsAsync(Review review, string language, CancellationToken cancellationToken = default)
    {
        var texts = new List<string>();
        foreach (var draft in ReadingBack.Shown(review))
        {
            var key = language == WritingDrafts.Language ? draft.Release!.Content : draft.Translations.FirstOrDefault(t => t.Language == language)?.Content;
            if (key is not null && await reviews.ReadContentAsync(review.Id, key, cancellationToken) is var text && OwnLife.In(text ?? "").FirstPerson.Count == 0)
                texts.Add(text ?? "");
        }
        return texts;
    }
}
