using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>What a follow-up says, from texts that a person released.</summary>
public sealed class FollowUpMessages(ReviewStore reviews, ConversationOptions options)
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
    /// What was advised, in the words that a person released: for everybody, or for the agencies and those who read the draft. In the
    /// member's language where a person translated it, else in English. Words that speak in the first person are left out.
    /// </summary>
    public async Task<AdviceInWords> AdviceAsync(Review review, string language, CancellationToken cancellationToken = default)
    {
        var said = new Dictionary<int, Advised>();
        foreach (var recommendation in review.Recommendations)
        {
            var draft = review.Drafting.Drafts.FirstOrDefault(d => d.Id == recommendation.Draft);
            var translated = draft?.Translations.LastOrDefault(t => t.Language == language);
            var key = translated?.Content ?? recommendation.PublicRelease?.Content ?? draft?.Release?.Content;
            if (key is not null && await reviews.ReadContentAsync(review.Id, key, cancellationToken) is { } text
                && OwnLife.In(text).FirstPerson.Count == 0)
                said[recommendation.Number] = new(text, translated?.Language ?? WritingDrafts.Language);
        }
        return new(said, options.PublicUrl is { } address ? new Uri(address, $"/register/{review.Id}") : null);
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
            var key = language == WritingDrafts.Language
                ? draft.Release!.Content
                : draft.Translations.FirstOrDefault(t => t.Language == language)?.Content;
            if (key is not null && await reviews.ReadContentAsync(review.Id, key, cancellationToken) is var text
                && OwnLife.In(text ?? "").FirstPerson.Count == 0)
                texts.Add(text ?? "");
        }
        return texts;
    }
}
