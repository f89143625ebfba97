using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Reviews;

/// <summary>What a member said becomes part of the review, once, in the place it belongs to.</summary>
public static class TakingReplies
{
    // Options of a question that there is not: what is asked where nothing else is said (DOMAIN 2.6).
    private const int Default = 3;

    /// <summary>Words without a choice that follow this soon belong to the answer before them.</summary>
    public static TimeSpan Together { get; } = TimeSpan.FromSeconds(45);

    /// <summary>A message that was understood as an answer.</summary>
    /// <param name="MemberId">Who wrote it.</param>
    /// <param name="InboundId">The stored message.</param>
    /// <param name="Channel">How it came.</param>
    /// <param name="ReceivedAt">When it was received; whether it is in time depends on this alone.</param>
    /// <param name="Choice">1 to 3, or null.</param>
    /// <param name="Words">What was written beside the digit, as written; null when nothing was.</param>
    public sealed record Message(string MemberId, string InboundId, string Channel, DateTimeOffset ReceivedAt, int? Choice, string? Words)
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

        if (AskedWhich(review, invitation, ref message, now) is { } asked)
            return asked;
        if (QuestionFor(review, invitation, message, IsOver(review, message)) is not (var question, var advances))
            return new(new(Place.NotShown));
        var late = KeepingTheDate.IsLate(review, message, question, now);
        var held = review.Replies.FirstOrDefault(r => r.MemberId == message.MemberId && r.Question == question && r.Late == late
            && !r.Withdrawn);
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
    /// A member takes back what they said. Until the date that was given or the report, whichever is later, nothing of it
    /// counts or goes out, and no draft is made from it; after that the wish is an entry of the record, and what was published
    /// stays.
    /// </summary>
    /// <param name="review">The review.</param>
    /// <param name="memberId">Who takes it back.</param>
    /// <param name="inboundId">The stored message that says so; taken again, it changes nothing.</param>
    /// <param name="receivedAt">When the wish was received.</param>
    /// <param name="now">When this is decided.</param>
    /// <param name="question">Number of the question whose answer is meant; null for all that they said.</param>
    public static Decided<bool> Withdraw(Review review, string memberId, string inboundId, DateTimeOffset receivedAt, DateTimeOffset now,
        int? question = null)
    {
        if (review.InvitationOf(memberId) is not { } invitation || review.Stage is ReviewStage.Cancelled)
            return new(false);
        if (invitation.Revised.FirstOrDefault(r => r.InboundId == inboundId) is { } known)
            return new(!known.TooLate);
        var tooLate = KeepingTheDate.IsTooLateToTakeBack(review, receivedAt);
        var mine = review.Replies.Where(r => r.MemberId == memberId && !r.Withdrawn && (question is null || r.Question == question)
            && r.Pieces.All(p => p.ReceivedAt <= receivedAt)).ToList();
        if (mine.Count == 0)
            return new(false);
        review = review.With(
            RevisingAnswers.Noted(invitation, new(inboundId, RevisingAnswers.Done.Withdrawn, question is { } one ? [one] : [])
            { TooLate = tooLate }));
        var entry = LedgerDraft.Of(tooLate ? "reply-withdrawn-late" : "reply-withdrawn", Actor.Member(invitation.Pseudonym),
            ("replies", mine.Count));
        if (tooLate)
        {
            // It counts and what went out stays; words that did not go out yet do not go out any more.
            return new(false,
                new(now, mine.Where(r => !DecidingWords.WentOut(review, r))
                    .Aggregate(review, (state, r) => state.With(r with { NotQuoted = true })), entry));
        }
        var after = review with
        {
            Replies = [.. review.Replies.Select(r => mine.Contains(r) ? r with { Withdrawn = true } : r)],
            // What was said about a draft is words as well: none of them go out.
            FollowUps = [
                .. review.FollowUps.Select(f => f.MemberId == memberId && question is null && f.Pieces.Any(p => p.ReceivedAt <= receivedAt)
                    ? f with { NotQuoted = true, Release = null, PublicRelease = null } : f)],
            Drafting = Drafts.TakenBack.From(review.Drafting, [.. mine.Select(r => r.Number)]),
        };
        var seals = Drafts.TakenBack.Published(review, mine);
        return new(true,
            new(now, after with { Sealed = [.. after.Sealed.Union(seals, StringComparer.Ordinal).Order(StringComparer.Ordinal)] }, entry)
            {
                Effects = [new Effect.WakeReview()],
                Seals = seals,
            });
    }

    private static int? Latest(IReadOnlyList<ReplyPiece> pieces) => pieces.LastOrDefault(p => p.Choice is not null)?.Choice;

    /// <summary>
    /// Finds the answer that a message changes, or the question that it names, and reads its choice for that one. Null when that is
    /// known, or nothing of the kind is said; else the member is asked.
    /// </summary>
    private static Decided<Taken>? AskedWhich(Review review, Invitation invitation, ref Message message, DateTimeOffset now)
    {
        if (message is not { OnForm: false, Dictation: null, PlacedBy: null, Says: { } says, ChoiceAmong: { } among } written)
            return null;
        if (invitation.AskedBack is { About: AskedAbout.Change } again && again.InboundId == written.InboundId)
            return new(new(Place.AskedWhich) { Which = again.Questions });
        if (EarlierAnswers.Waiting(invitation) is { About: AskedAbout.Change } waiting && written.Picks is { } picked
            && waiting.Questions.Contains(picked))
        {
            message = written.For(picked, waiting.Choice);
            return null;
        }
        var given = EarlierAnswers.Given(review, written.MemberId, written.ReceivedAt);
        var questions = EarlierAnswers.ToChange(given, says, r => among(review.Questions[r.Question - 1].Offered.Count));
        switch (questions)
        {
            case [var one] when says.Changes || says.Named is not null:
                message = written.For(one, among(review.Questions[one - 1].Offered.Count));
                return null;
            case [_, _, ..]:
                var asked = new AskedBack(AskedAbout.Change, written.InboundId, now)
                {
                    Questions = questions,
                    Choice = given.Where(r => questions.Contains(r.Question))
                        .Select(r => among(review.Questions[r.Question - 1].Offered.Count)).Max(),
                };
                return new(new(Place.AskedWhich) { Which = questions }, AskedBackAt(review, invitation, asked, now));
            case [] when says.Named is { } named && WasPut(review, invitation, written, named):
                message = written.For(named, among(review.Questions[named - 1].Offered.Count));
                return null;
            // A choice for a question that nobody has shown, or that there is not, is no answer to the one that is open.
            case [] when says.Named is not null && among(Default) is not null && !IsOver(review, written):
                return NotPut(review, invitation, written, given, among(Default)!.Value, now);
            default:
                return null;
        }
    }

    private static Decided<Taken> NotPut(Review review, Invitation invitation, Message message, IReadOnlyList<Reply> given, int choice,
        DateTimeOffset now)
    {
        var open = Next(review, invitation, late: false);
        if (open is not null || given.Count == 0)
            return new(new(Place.NotShown) { NextQuestion = open });
        var asked = new AskedBack(AskedAbout.Change, message.InboundId, now)
        { Questions = [.. given.Select(r => r.Question).Order()], Choice = choice };
        return new(new(Place.AskedWhich) { Which = asked.Questions }, AskedBackAt(review, invitation, asked, now));
    }

    private static Decision AskedBackAt(Review review, Invitation invitation, AskedBack asked, DateTimeOffset now) => new(
        now, review.With(invitation with { AskedBack = asked }),
        LedgerDraft.Of("asked-back", Actor.System, ("to", invitation.Pseudonym), ("about", "which-answer")));

    /// <summary>Whether a question stood before a member, open or not: one that was skipped may be answered after all.</summary>
    private static bool WasPut(Review review, Invitation invitation, Message message, int question) =>
        question == (message.Question ?? ShowingQuestions.OpenOn(review, invitation, message.Channel, message.ReceivedAt))
        || (question < invitation.NextQuestion && question <= review.Questions.Count);

    /// <summary>The question that a message answers, and whether that is the next one;
    /// null when the member has seen none that it could.</summary>
    private static (int Question, bool Advances)? QuestionFor(Review review, Invitation invitation, Message message, bool over)
    {
        if (message is { Dictation: not null, Question: { } named })
            return (named, true);
        if (message is { PlacedBy: not null, Question: { } placed })
            return (placed, placed == invitation.NextQuestion);
        if (message is { OnForm: true, Question: { } filled })
            return (Math.Clamp(filled, 1, review.Questions.Count), filled == invitation.NextQuestion);
        if (message.Found is { } found)
            return (found, found == invitation.NextQuestion);
        var seen = message.Question ?? ShowingQuestions.OpenOn(review, invitation, message.Channel, message.ReceivedAt) ?? 0;
        // What comes late, and what a person places, is no answer to anything on a screen; it is kept all the same.
        var asked = Math.Min(seen == 0 && (over || message.PlacedBy is not null) ? invitation.NextQuestion : seen, invitation.NextQuestion);
        if (asked == 0 || (message.Choice is not null && !over && IsForAnnounced(review, invitation, message, asked)))
            return null;
        var continues = asked > 1 && message.Choice is null && !invitation.Clarified.Contains(asked)
            && message.ReceivedAt - invitation.LastReplyAt <= Together;
        var question = Math.Min(continues ? asked - 1 : asked, review.Questions.Count);
        return (question, question == invitation.NextQuestion);
    }

    private static bool IsOver(Review review, Message message) =>
        review.Stage is not ReviewStage.Open || message.ReceivedAt >= review.Window?.ClosesAt;

    // Another number, after the word that there is one more question: it may be meant for the one that nobody has seen.
    private static bool IsForAnnounced(Review review, Invitation invitation, Message message, int asked) =>
        asked < invitation.NextQuestion && ShowingQuestions.IsAnnouncedOnly(invitation, invitation.NextQuestion)
        && review.Replies.Any(r => r.MemberId == invitation.MemberId && r.Question == asked && r.Counts && r.Choice is not null
            && r.Choice != message.Choice);

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
    private static int? Next(Review review, Invitation invitation, bool late) =>
        late || review.Stage is not ReviewStage.Open || invitation.Complete(review.Questions.Count) ? null : invitation.NextQuestion;
}
