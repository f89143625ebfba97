using System.Globalization;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// What becomes of a message in which nothing can be read: a blank one, an encrypted one, a picture or a file alone. It answers nothing.
/// Its writer is asked for words, once for each question; more of the kind are stored, and get no answer.
/// </summary>
public sealed class AskForWords(SaidOnce once, ConversationOptions options)
{
    internal async Task<InboundOutcome> TakeAsync(Correlation about, CancellationToken cancellationToken) => new(
        InboundPlace.ClarificationAsked, "Nothing in it can be read.", about.ReviewId,
        Answer: await IsFirstAsync(about, cancellationToken) ? about.Phrases.CouldNotRead(options.Help.Name, options.Help.Phone) : null);

    private Task<bool> IsFirstAsync(Correlation about, CancellationToken cancellationToken)
    {
        var question = about.Question ?? (about.Review is { State: var review } ? about.OpenIn(review) : 0);
        return once.IsFirstAsync(
            about, string.Create(CultureInfo.InvariantCulture, $"words|{about.Source}|{about.FollowUp}|{question}"), cancellationToken);
    }
}
