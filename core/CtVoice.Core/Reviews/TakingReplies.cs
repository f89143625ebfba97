using CtVoice.Core.Board;
using CtVoice.Core.Ledger;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Reviews;

/// <summary>What a member said becomes part of the review, once, in the place it belongs to.</summary>
public static class TakingReplies
{
    /// <summary>A message that was understood as an answer.</summary>
    /// <param name="MemberId">Who wrote it.</param>
    /// <param name="InboundId">The stored message.</param>
    /// <param name="Channel">How it came.</param>
    /// <param name="ReceivedAt">When it was received; whether it is in time depends on this alone.</param>
    /// <param name="Choice">1 to 3, or null.</param>
    /// <param name="Words">What was written beside the digit, as written; null when nothing was.</param>
    public sealed record Message(string MemberId, string InboundId, Channel Channel, DateTimeOffset ReceivedAt, int? Choice, string? Words)
    {
        /// <summary>
        /// The question it answers: the one that the member had before them when it arrived, 0 for none, or the one that whoever
        /// wrote it down named; null leaves that to what was shown by then.
        /// </summary>
        public int? Question { get; init; }

        /// <summary>How the answer to it can show the question that comes next.</summary>
        public Showing Shows { get; init; }

        /// <summary>The member filled in the form of <see cref="Question"/>: it answers that one and no other.</summary>
        public bool OnForm { get; init; }

        /// <summary>It names no option, or two: the member may be asked which one, once for each question.</summary>
        public bool Unclear { get; init; }

        /// <summary>Who wrote it down; null when the member wrote it.</summary>
        public Dictation? Dictation { get; init; }

        /// <summary>What it says about an answer that was given before; null when nobody looked.</summary>
        public Revision? Says { get; init; }

        /// <summary>The option that it names for a question of so many; null where <see cref="Choice"/> is all that is known.</summary>
        public Func<int, int?>? ChoiceAmong { get; init; }

        /// <summary>The number that it is, when it is nothing but the number of a question.</summary>
        public int? Picks { get; init; }

        /// <summary>It was found to answer <see cref="Question"/>, whatever is open.</summary>
        private bool Settled { get; init; }

        /// <summary>The same, for a question that was found.</summary>
        internal Message For(int question, int? choice) =>
            this with
            {
                Question = question,
                Choice = choice,
                Settled = true,
                Words = Says is { Bare: true } && choice is not null
                && Unsure.Count == 0
                ? null
                : Words
            };

        internal int? Found => Settled ? Question : null;

        /// <summary>May be counted and not quoted.</summary>
        public bool NotQuoted { get; init; }

        /// <summary>Why its words are held until a person releases them.</summary>
        public IReadOnlyList<string> HeldBecause { get; init; } = [];

        /// <summary>Stretches of <see cref="Words"/> that may be somebody else's; empty for most.</summary>
        public IReadOnlyList<Stretch> Unsure { get; init; } = [];

        /// <summary>Key id of the person who placed it; null when nobody had to.</summary>
        public string? PlacedBy { get; init; }
    }

    /// <summary>Where a message ended.</summary>
    public enum Place
    {
        /// <summary>In time; counted.</summary>
        Accepted,

        /// <summary>After the date that was given, and no change in time: an addendum (<see cref="KeepingTheDate"/>).</summary>
        Late,

        /// <summary>The same message was applied before.</summary>
        AlreadyTaken,

        /// <summary>This member was not asked anything yet, or the review was cancelled.</summary>
        NotAsked,

        /// <summary>It answers a question that the member has not seen, or that there is not: nothing was answered.</summary>
        NotShown,

        /// <summary>It changes one of several answers: which one?</summary>
        AskedWhich,
    }

    /// <summary>What became of a message.</summary>
    /// <param name="Place">Where it ended.</param>
    /// <param name="Reply">Number of the reply it belongs to.</param>
    /// <param name="NextQuestion">Number of the question to ask now; null when there is none.</param>
    public sealed record Taken(Place Place, int? Reply = null, int? NextQuestion = null)
    {
        /// <summary>Number of the question whose options to name once more: the answer is saved,
        /// and which one it means is not known.</summary>
        public int? AskWhich { get; init; }

        /// <summary>Numbers of the questions among whose answers one is meant; empty when that is known.</summary>
        public IReadOnlyList<int> Which { get; init; } = [];

        /// <summary>The choice that was taken, read for the question that it answers.</summary>
        public int? Choice { get; init; }

        /// <summary>Number of the question that it answers, where the member was told of another since; null where it answers the last
        /// one.</summary>
        public int? Earlier { get; init; }

        /// <summary>Number of a question that had been answered with another choice before; null when none was changed.</summary>
        public int? Changed { get; init; }
    }

    /// <summary>Takes a message.</summary>
    public static Decided<Taken> Decide(Review review, Message message, DateTimeOffset now)
    {
        // While the review is open the record that the question left may be a moment behind the answer to it.
        if (review.InvitationOf(message.MemberId) is not { } invitation
            || (invitation.SentAt is null && review.Stage is not ReviewStage.Open)
            || review.Stage is ReviewStage.Cancelled || invitation.EndedBecause == Erasing.Sealing.Because)
            return new(new(Place.NotAsked));
        if (review.Replies.FirstOrDefault(r => r.Pieces.Any(p => p.InboundId == message.InboundId)) is { } known)
        {
            return new(new(known.Late ? Place.Late : Place.AlreadyTaken, known.Number, Next(review, invitation, known.Late))
            {
                AskWhich = message.Unclear && known.Question == invitation.NextQuestion && invitation.Clarified.Contains(known.Question)
                    ? known.Question : null,
            });
        }

        if (QuestionMeant.AskedWhich(review, invitation, ref message, now) is { } asked)
            return asked;
        if (QuestionMeant.Of(review, invitation, message, QuestionMeant.IsOver(review, message)) is not (var question, var advances))
            return new(new(Place.NotShown));
        var late = KeepingTheDate.IsLate(review, message, question, now);
        var held = review.Replies.FirstOrDefault(r => r.MemberId == message.MemberId && r.Question == question && r.Late == late
            && !r.Withdrawn);
        if (held is { Choice: null } && VoteBehindWords(review, invitation, message, question) is { } vote)
            message = message with { Choice = vote, Words = message.Words!.Any(char.IsLetter) ? message.Words : null };
        var ask = message.Unclear && !late && advances && held?.Choice is null && review.Stage is ReviewStage.Open
            && review.Questions[question - 1].Offered.Count > 0 && !invitation.Clarified.Contains(question);
        var number = held?.Number ?? review.Replies.Count + 1;
        var content = message.Words is null ? null : $"reply|{number}|{(held?.Pieces.Count ?? 0) + 1}";
        // In the order in which they were sent, whatever the order in which they came.
        IReadOnlyList<ReplyPiece> pieces =
        [
            .. (held?.Pieces ?? [])
                .Append(new(message.InboundId, message.Channel, message.ReceivedAt, content, message.Choice, message.Dictation,
                    message.Words is { } words && PlainAssent.Is(words))
                {
                    Unsure = message.Unsure.Count == 0 ? null : message.Unsure,
                })
                .OrderBy(p => p.ReceivedAt).ThenBy(p => p.InboundId, StringComparer.Ordinal),
        ];
        var reply = (held ?? new Reply
        {
            Number = number,
            MemberId = message.MemberId,
            Pseudonym = invitation.Pseudonym,
            Question = question,
            Late = late,
        }) with
        {
            Choice = Latest(pieces) ?? held?.Choice,
            Pieces = pieces,
            NotQuoted = message.NotQuoted || invitation.NotQuoted || held is { NotQuoted: true },
            HeldBecause = [.. (held?.HeldBecause ?? []).Union(message.HeldBecause, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
        var answered = invitation with
        {
            NextQuestion = advances && !ask
                ? Math.Max(invitation.NextQuestion, Unanswered(review, invitation, question + 1))
                : invitation.NextQuestion,
            Clarified = ask ? [.. invitation.Clarified, question] : invitation.Clarified,
            LastReplyAt = invitation.LastReplyAt > message.ReceivedAt ? invitation.LastReplyAt : message.ReceivedAt,
            Shown = ShowingQuestions.Known(invitation, message.Channel),
            AskedBack = null,
        };
        var next = Next(review, answered, late);
        answered = Telling(answered, message, next, ask, now);
        var after = review.With(answered) with
        {
            Replies = held is null ? [.. review.Replies, reply] : [.. review.Replies.Select(r => r.Number == number ? reply : r)],
        };
        var entry = LedgerDraft.Of(late ? "reply-late" : "reply-accepted", Actor.Member(invitation.Pseudonym),
            ("reply", number), ("question", question), ("choice", message.Choice), ("part", reply.Pieces.Count),
            ("writtenBy", message.Dictation?.WrittenBy), ("interpreted", message.Dictation is { Interpreter: not null } ? true : null),
            ("readBack", message.Dictation?.ReadBack),
            ("notQuoted", message.NotQuoted ? true : null),
            ("askedWhich", ask ? true : null), ("placedBy", message.PlacedBy))
            with
        { Contents = content is null ? null : [content] };
        return new(new(late ? Place.Late : Place.Accepted, number, next)
        {
            AskWhich = ask ? question : null,
            Choice = message.Choice,
            Earlier = question < ShowingQuestions.LastTold(review, invitation) ? question : null,
            Changed = held?.Choice is { } before && reply.Choice != before ? question : null,
        }, new(now, after, entry)
        {
            Contents = content is null ? [] : [new(content, message.Words!)],
            Effects =
            [
                new Effect.WakeReview(),
                new Effect.WakeInvitation(invitation.MemberId, invitation.Round),
                .. next is null ? [new Effect.FreePhone(invitation.MemberId)] : Array.Empty<Effect>(),
            ],
        });
    }

    /// <summary>
    /// "2" right behind words without an option: it was read for the question that had come meanwhile, and is of the one before. A yes or
    /// no in words may answer either, and is no vote.
    /// </summary>
    private static int? VoteBehindWords(Review review, Invitation invitation, Message message, int question) =>
        message is { Choice: null, OnForm: false, ChoiceAmong: { } among } && question < ShowingQuestions.LastTold(review, invitation)
        && among(review.Questions[question - 1].Offered.Count) is { } vote
        && message.Words?.Contains((char)('0' + vote)) is true
            ? vote
            : null;

    private static int? Latest(IReadOnlyList<ReplyPiece> pieces) => pieces.LastOrDefault(p => p.Choice is not null)?.Choice;

    // The page shows all questions, and so does a call; a person who places words answers nobody.
    private static Invitation Telling(Invitation invitation, Message message, int? next, bool ask, DateTimeOffset now)
    {
        if (next is not { } question || ask || message.PlacedBy is not null)
            return invitation;
        if (message.OnForm || message.Dictation is not null)
            return invitation.With(new ShownQuestion(question, message.Channel, now));
        var again = invitation.Shown!.LastOrDefault(s => s.Question == question && s.Channel == message.Channel) is { } last
            && (!last.Hidden || message.Shows is Showing.Hidden);
        return message.Shows is Showing.Nothing || again
            ? invitation
            : invitation.With(new ShownQuestion(question, message.Channel, now) { Hidden = message.Shows is Showing.Hidden });
    }

    // On a form questions are answered in any order: one that was is not asked again.
    internal static int Unanswered(Review review, Invitation invitation, int from)
    {
        while (review.Replies.Any(r => r.MemberId == invitation.MemberId && r.Question == from && r.Counts)
            || invitation.Skipped.Any(s => s.Question == from))
            from++;
        return from;
    }

    // Once the review has closed nothing more is asked.
    internal static int? Next(Review review, Invitation invitation, bool late) =>
        late || review.Stage is not ReviewStage.Open || invitation.Complete(review.Questions.Count) ? null : invitation.NextQuestion;
}
