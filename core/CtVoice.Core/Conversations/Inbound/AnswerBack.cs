using CtVoice.Core.Conversations.Words;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Pauses whoever may want no more messages, and says how what they wrote to a review is answered.</summary>
public sealed class AnswerBack(PauseInDoubt doubt, SaidOnce once, ConversationOptions options)
{
    /// <summary>Takes what the words ask beside their answer to a review; what is answered is made of what comes back.</summary>
    /// <param name="about">What the message is about.</param>
    /// <param name="said">What it says.</param>
    /// <param name="phrases">The language of the answer.</param>
    /// <param name="late">It came after the review had closed.</param>
    /// <param name="cancellationToken">Stops before the next attempt to store.</param>
    internal async Task<Answer> BeginAsync(
        Correlation about, Understood said, Phrases phrases, bool late, CancellationToken cancellationToken)
    {
        var paused = await doubt.TakeAsync(about, said, cancellationToken);
        // That it has closed is said once a day: what is written after that is saved all the same.
        var told = late && !said.OnForm
            && !await once.IsFirstOfDayAsync(about, $"closed|{about.Review!.State.Id}", cancellationToken);
        return new(about.Message, said, phrases, options.Help)
        {
            Paused = paused || (said is { IsPaused: true, InDanger: false } && !told),
            Told = told,
        };
    }

    /// <summary>What is answered, made of a receipt.</summary>
    internal sealed record Answer(InboundMessage Message, Understood Said, Phrases Phrases, HelpContact Help)
    {
        /// <summary>Nothing more is sent to whoever wrote: that is answered, and no receipt.</summary>
        public bool Paused { get; init; }

        /// <summary>The receipt was said before today, and is not said again.</summary>
        public bool Told { get; init; }

        /// <summary>The answer to what was taken; null where there is none.</summary>
        public string? With(string receipt, string? beside = null) =>
            Whole(MemberWords.JoinedIfAny([Told ? null : receipt, beside, Message.Media > 0 ? Phrases.NoMedia : null]));

        /// <summary>The answer where nothing was open that could take it.</summary>
        public string? NothingOpen => Whole(Phrases.NothingOpen);

        private string? Whole(string? receipt) => Paused ? Said.Paused(Phrases, Help) : Said.Answer(Phrases, Help, receipt);
    }
}
