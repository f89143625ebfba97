using CsCheck;
using CtVoice.Core.Accountability;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Tests.Reviews;
using CtVoice.Language.Reading;
using CtVoice.Testing.Properties;

namespace CtVoice.Core.Tests.Conversations.Words;

/// <summary>What members read: short enough for a phone, easy enough for everybody, and silent about everybody.</summary>
public sealed class MemberWordsTests
{
    public static TheoryData<string, string, string> Fixed()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (language, phrases) in Phrases.Reviewed)
        {
            data.Add(language, "discreet", $"{phrases.Discreet} {phrases.StopHint}");
            data.Add(language, "which one",
                phrases.WhichOne(
                    phrases.ChoicesInShort(language == "en" ? ["yes", "yes, with changes", "no"] : ["sí", "sí, con cambios", "no"])));
            data.Add(language, "which number", phrases.WhichOne(phrases.Numbers(3)));
            data.Add(language, "reminder in short", phrases.ReminderInShort(phrases.Day(new(2027, 1, 26))));
            data.Add(language, "reminder", phrases.Reminder(phrases.Day(new(2027, 1, 26))));
            data.Add(language, "more time", $"{phrases.MoreTime(phrases.Day(new(2027, 1, 26)))} {phrases.StopHint}");
            data.Add(language, "ended early", $"{phrases.EndedEarly} {phrases.StopHint}");
            data.Add(language, "saved 2", phrases.Saved(2));
            data.Add(language, "saved", phrases.Saved(null));
            data.Add(language, "saved 2 for another", phrases.SavedFor(1, 2));
            data.Add(language, "saved for another", phrases.SavedFor(1, null));
            data.Add(language, "saved late", phrases.SavedLate);
            data.Add(language, "paused", $"{phrases.Saved(null)} {phrases.Paused}");
            data.Add(language, "paused, own case", $"{phrases.OwnCase("Alex Rivera", "860-555-0100")} {phrases.Paused}");
            data.Add(language, "help", phrases.Help("Alex Rivera", "860-555-0100"));
            foreach (var asText in new[] { true, false })
            {
                var channel = asText ? "text" : "mail";
                data.Add(language, $"stopped, {channel}", phrases.Stopped(asText));
                data.Add(language, $"started, {channel}", phrases.Started(asText));
                data.Add(language, $"help, nobody on call, {channel}",
                    $"{phrases.Help("Alex Rivera", "860-555-0100")} {phrases.NobodyReads(asText)}");
            }
            data.Add(language, "who started", phrases.WhoStarted("Alex Rivera", "860-555-0100"));
            data.Add(language, "mail stopped", phrases.MailStopped("Alex Rivera", "860-555-0100"));
            data.Add(language, "somebody else", phrases.SomebodyElse);
            data.Add(language, "could not read", phrases.CouldNotRead("Alex Rivera", "860-555-0100"));
            data.Add(language, "nothing open", phrases.NothingOpen);
            data.Add(language, "no change", phrases.OutcomeWithout);
            data.Add(language, "counts only", phrases.OutcomeCounts);
            data.Add(language, "undecided", phrases.OutcomeUndecided);
            data.Add(language, "not passed on", $"{phrases.OutcomeCounts} {phrases.NotPassedOn}");
            data.Add(language, "not passed on, later", $"{phrases.Board}: {phrases.NotPassedOn}");
            data.Add(language, "not passed on, late", $"{phrases.Board}: {phrases.LateNotPassedOn}");
            foreach (var kind in Enum.GetValues<AnswerKind>().Cast<AnswerKind?>().Append(null))
                data.Add(language, $"outcome {kind}", $"{phrases.Outcome(2)}\n1: {phrases.Of(kind)}.");
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Fixed))]
    public void A_message_without_a_question_takes_two_parts_in_English_and_four_in_Spanish(string language, string name, string text)
    {
        // With its accents a Spanish text has 67 characters a part.
        var most = language == "en" ? 2 : 4;
        Assert.True(Segments.Of(text) <= most, $"{name} takes {Segments.Of(text)} parts: {text}");
    }

    [Theory]
    [MemberData(nameof(Fixed))]
    public void A_message_is_easy_to_read(string language, string name, string text)
    {
        // Names and numbers are not words to understand.
        var said = text.Replace(Phrases.In(language).Board + ": ", "", StringComparison.Ordinal)
            .Replace("Alex Rivera, 860-555-0100", "Sam", StringComparison.Ordinal);
        var report = ReadingReport.Of(said, language)!;
        Assert.True(report.Verdict is ReadingVerdict.OnTarget, $"{name} has {report.Plain}: {said}");
    }

    [Fact]
    public void Members_are_told_which_data_the_public_dictionary_does_not_have()
    {
        var review = Given.Asked();
        string[] lacking = ["SNAP months (DSS)", "Shelter stays (CCEH)"];
        review = review with { Texts = [.. review.Texts.Select(t => t with { Unlisted = lacking, UnlistedMore = 0 })] };

        var mail = MemberWords.Compose(review, review.Invitations[0], MessagePurpose.Invitation, asText: false, discreet: false).Text;

        Assert.Contains($"- {Phrases.In(review.Invitations[0].Language).NotInDictionary} SNAP months (DSS); Shelter stays (CCEH).", mail,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "SNAP months (DSS); and 3 more (your page shows all of them).", "SNAP months (DSS); and 3 more.")]
    [InlineData("es", "SNAP months (DSS); y 3 más (su página los muestra todos).", "SNAP months (DSS); y 3 más.")]
    public void Members_are_told_how_many_more_there_are_and_where(string language, string withPage, string without)
    {
        var review = Given.Asked();
        var asked = review.Invitations.First(i => i.Language == language);
        review = review with { Texts = [.. review.Texts.Select(t => t with { Unlisted = ["SNAP months (DSS)"], UnlistedMore = 3 })] };

        Assert.Contains(withPage, Mail(new("https://rab.ct.gov/r/abc")), StringComparison.Ordinal);
        Assert.Contains(without, Mail(null), StringComparison.Ordinal);
        // What a member quotes back is known as ours.
        Assert.Contains(MemberWords.Sent(review, asked), line => line.Contains(withPage, StringComparison.Ordinal));

        string Mail(Uri? link) =>
            MemberWords.Compose(review, asked, MessagePurpose.Invitation, asText: false, discreet: false, link).Text;
    }

    /// <summary>Questions of every length in both languages, invitations and reminders, with short and long links, and none.</summary>
    public static TheoryData<string, int, string, string?> Lengths()
    {
        var data = new TheoryData<string, int, string, string?>();
        foreach (var language in Phrases.Reviewed.Keys)
        {
            foreach (var length in new[] { 40, 120, 160, 220, 400 })
            {
                foreach (var kind in new[] { "invitation", "reminder-after-3" })
                {
                    foreach (var host in new[] { null, "https://rab.ct.gov", "https://func-ctvoice-a1b2c3d4e5f6.azurewebsites.net" })
                        data.Add(language, length, kind, host);
                }
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_question_of_any_length_takes_two_parts_in_English_and_six_in_Spanish_and_holds_its_link(
        string language, int length, string kind, string? host)
    {
        var review = Given.Asked();
        review = review with
        {
            Texts = [.. review.Texts.Select(t => t with
                { Questions =
                    [t.Questions[0] with { Text = "¿" + new string(language == "es" ? 'í' : 'x', length - 1) }, .. t.Questions.Skip(1)] })],
        };
        var link = host is null ? null : new Uri($"{host}/r/abcdefghjkmnpqrst");
        var invitation = review.Invitations[0] with { Language = language };
        foreach (var discreet in new[] { false, true })
        {
            var text = MemberWords.Compose(review, invitation, new(kind), asText: true, discreet, link).Text;
            var sent = TextParts.Fit(text);
            Assert.True(Segments.Of(sent) <= (language == "en" ? 2 : 6), $"{Segments.Of(sent)} parts: {sent}");
            Assert.Equal(text, sent);
            Assert.Contains(Phrases.In(language).Board, sent, StringComparison.Ordinal);
            Assert.Contains(language == "en" ? "STOP" : "ALTO", sent, StringComparison.Ordinal);
            if (link is not null)
                Assert.Contains(link.AbsoluteUri + (sent.EndsWith(link.AbsoluteUri, StringComparison.Ordinal) ? "" : " "), sent,
                    StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://rab.ct.gov")]
    [InlineData("https://ctvoice.azurewebsites.net")]
    public void An_English_question_of_full_length_is_in_the_invitation_beside_its_link(string host)
    {
        var review = Given.Asked();
        var question = new string('x', 160);
        review = review with
        {
            Texts = [.. review.Texts.Select(t => t with
                { Questions = [t.Questions[0] with { Text = question }, .. t.Questions.Skip(1)] })]
        };
        var text = MemberWords.Compose(review, review.Invitations[0], MessagePurpose.Invitation, asText: true, discreet: false,
            new($"{host}/r/abcdefghjkmnpqrst")).Text;
        Assert.Contains(question, text, StringComparison.Ordinal);
        Assert.Contains("2 yes, with changes", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 2)]
    [InlineData("es", 5)]
    public void A_receipt_with_the_next_question_of_full_length_still_fits(string language, int parts)
    {
        var review = Given.Asked();
        var question = "¿" + new string(language == "es" ? 'í' : 'x', 159);
        review = review with
        {
            Texts = [.. review.Texts.Select(t => t with
                { Questions = [t.Questions[0] with { Text = question }, .. t.Questions.Skip(1)] })]
        };
        var phrases = Phrases.In(language);
        foreach (var saved in new[] { phrases.Saved(2), phrases.Saved(null), phrases.SavedFor(1, 2), phrases.SavedFor(1, null) })
            Assert.InRange(Segments.Of(TextParts.Fit($"{saved} {phrases.Next} {MemberWords.Question(review, language, 1)}")), 1, parts);
    }

    [Fact]
    public void Parts_are_counted_as_the_carriers_count_them()
    {
        foreach (var letter in new[] { 'x', 'é', 'í', '€', '\u4E2D' })
        {
            foreach (var length in new[] { 1, 67, 70, 71, 134, 135, 153, 160, 161, 201, 306, 307, 459 })
                Assert.Equal(Segments.Of(new string(letter, length)), TextParts.Of(new string(letter, length)));
        }
    }

    [Theory]
    [InlineData('a', "[", 153, 3)]
    [InlineData('a', "€", 153, 3)]
    [InlineData('a', "b", 153, 2)]
    [InlineData('á', "😀", 67, 3)]
    [InlineData('á', "é", 67, 2)]
    public void What_takes_two_units_is_never_split_between_two_parts(char letter, string middle, int each, int parts)
    {
        // One unit short of a part, then two units, then what fills the second part but for what moved there.
        var text = new string(letter, each - 1) + middle + new string(letter, each - 1);
        Assert.Equal(parts, TextParts.Of(text));
        Assert.Equal(parts, Segments.Of(text));
    }

    [Fact]
    public void A_text_leaves_with_every_letter_and_keyboard_marks_for_typographic_ones()
    {
        // Each accent in one with its letter: two code points would be one sign and two units.
        Assert.Equal("¿Está bien así? Sí, aquí, según el año",
            TextParts.Fit("¿Está bien así? Sí, aquí, según el año".Normalize(System.Text.NormalizationForm.FormD)));
        Assert.Equal("\"No\" - nobody's name... 'ok' - 5 -",
            TextParts.Fit("“No” – nobody’s name… ‹ok› — 5\u00A0−".Replace('‹', '‘').Replace('›', '’')));
        Gen.Char[' ', (char)0x24F].Where(char.IsLetterOrDigit).Array[1, 700].Select(letters => new string(letters))
            .Hold(2_000, letters => Assert.Equal(letters.Normalize(), TextParts.Fit(letters)));
        Assert.Equal("\uFFFD", TextParts.Fit("\uD800"));
    }

    [Fact]
    public void A_question_that_left_without_its_accents_before_is_known_again()
    {
        var review = Given.Asked();
        review = review with
        {
            Texts = [.. review.Texts.Select(t => t with
                { Questions = [t.Questions[0] with { Text = "¿Está bien así?" }, .. t.Questions.Skip(1)] })]
        };
        foreach (var left in new[]
            { "Junta de Residentes de CT: ¿Esta bien asi? Responda 1 si.", "¿Está bien así?", "¿Está bien así?"
                .Normalize(System.Text.NormalizationForm.FormD) })
            Assert.True(MemberWords.Shows(review, "es", 1, left), left);
    }

    [Fact]
    public void Words_of_pages_are_easy_to_read_in_both_languages()
    {
        Assert.Equal(Phrases.Reviewed.Keys.Order(), PageWords.Reviewed.Keys.Order());
        foreach (var (language, words) in PageWords.Reviewed)
        {
            string[] texts =
            [
                words.Lead, words.Hidden, words.Until(Phrases.In(language).Day(new(2027, 1, 26))), words.HasAnswer, words.Nothing,
                words.SavedLate, words.WrongCode,
                words.Code.Text, words.Locked(null), words.YouWroteNothing, words.Withdraw.Text, words.TookBack, words.TookBackLate,
                words.Decline.Text, words.Declined,
                words.Stop.Text, words.Stopped, words.Closed.Text, words.Gone.Text, words.NotInDictionary, words.NoCode("Sam", "2"),
                words.DoNotQuote + ".", words.Foot,
                words.Welcome + ".", words.Step(2, 6) + ".", words.PickOne, words.AnsweredBefore, words.KeepCode, words.BadCode,
                words.WithoutCode + ".", words.Over.Heading + ".", words.Over.Text,
                words.CallsSaved, words.Calls.Heading, words.Calls.Text, .. words.Calls.Options.Select(option => option + "."),
                words.DraftChanging, words.OnRecord
                    + ".", words.PayEach("$50"), words.PayOwed(1, "$50"), words.PayOwed(3, "$150"), words.PayNote("Sam", "2"),
                    words.PayDeclined("Sam", "2"), words.SavedFollowUp(null), words.TellWhatIsWrong,
                    words.TextTo988.Replace("988", "Sam", StringComparison.Ordinal) + ".",
                .. Enum.GetValues<FollowUpKind>().Select(words.FollowUp)
                    .SelectMany(asked => new[]
                        { asked.Title + ".", asked.Lead, asked.Question, words.SavedFollowUp(asked.Options[^1]), asked.Words }),
            ];
            Assert.All(Enum.GetValues<FollowUpKind>(), kind => Assert.Equal(FollowingUp.Choices(kind), words.FollowUp(kind).Options.Count));
            Assert.All(texts, text => Assert.True(
                ReadingReport.Of(text, language) is { Verdict: ReadingVerdict.OnTarget },
                $"{ReadingReport.Of(text, language)?.Plain}: {text}"));
        }
    }

    public static TheoryData<string, DialogueStep, bool> Steps()
    {
        var data = new TheoryData<string, DialogueStep, bool>();
        foreach (var language in DialogueWords.Reviewed.Keys)
        {
            foreach (var step in Enum.GetValues<DialogueStep>())
            {
                data.Add(language, step, true);
                data.Add(language, step, false);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Questions_of_a_talk_are_easy_and_short_and_the_first_says_who_how_often_and_how_to_stop(string language, DialogueStep step,
        bool asText)
    {
        var words = DialogueWords.In(language);
        var unwatched = Phrases.In(language).NobodyReads(asText);
        // What is said first of all is one part more, once in all.
        var parts = (language, step) switch { ("en", DialogueStep.Consent) => 3, ("en", _) => 2, (_, DialogueStep.Consent) => 7, _ => 4 };
        Assert.Equal(step is DialogueStep.Consent, words.Ask(step, asText, unwatched: unwatched)
            .Contains(unwatched, StringComparison.Ordinal));
        Assert.Equal(step is DialogueStep.Consent, words.Ask(step, asText)
            .StartsWith($"{Phrases.In(language).Board}: {words.IfDanger}", StringComparison.Ordinal));
        Assert.DoesNotContain(words.IfDanger, words.Ask(step, asText, opening: 2), StringComparison.Ordinal);
        foreach (var text in new[]
            { words.Ask(step, asText, unwatched: unwatched), words.Ask(step, asText), words.Ask(step, asText, opening: 1) }
            .SelectMany(ask => new[] { ask, $"{words.Again} {ask}" }))
        {
            Assert.True(!asText || Segments.Of(TextParts.Fit(text)) <= parts, $"{Segments.Of(TextParts.Fit(text))} parts: {text}");
            var said = text.Replace(Phrases.In(language).Board + ": ", "", StringComparison.Ordinal);
            Assert.True(ReadingReport.Of(said, language)
                is { Verdict: ReadingVerdict.OnTarget }, $"{ReadingReport.Of(said, language)?.Plain}: {said}");
        }
        if (step is DialogueStep.Consent or DialogueStep.StillYou)
            Assert.Contains(Phrases.In(language).StopHint, words.Ask(step, asText), StringComparison.Ordinal);
        foreach (var host in new[] { "https://rab.ct.gov", "https://ctvoice.azurewebsites.net" })
        {
            var link = new Uri($"{host}/r/abcdefghjkmnpqrst");
            var linked = TextParts.Fit(words.Ask(step, asText, link, unwatched));
            Assert.Contains(link.AbsoluteUri, linked, StringComparison.Ordinal);
            Assert.True(!asText || Segments.Of(linked) <= parts, $"{Segments.Of(linked)} parts: {linked}");
        }
        Assert.InRange(
            Segments.Of(
                TextParts.Fit(words.Ask(step, asText: true, new($"https://{new string('x', 120)}/r/abcdefghjkmnpqrst"), Phrases.In(language)
                    .NobodyReads(asText: true)))), 1, Math.Max(parts, Phrases.In(language).MostParts));
        foreach (var end in new[] { words.Done(2), words.Done(null), words.StillYou, words.Thanks })
        {
            var said = end.Replace(Phrases.In(language).Board + ": ", "", StringComparison.Ordinal);
            Assert.True(ReadingReport.Of(said, language)
                is { Verdict: ReadingVerdict.OnTarget }, $"{ReadingReport.Of(said, language)?.Plain}: {said}");
            Assert.True(Segments.Of(TextParts.Fit(end)) <= (language == "en" ? 2 : 3), end);
        }
    }

    [Fact]
    public void Choices_are_joined_so_that_a_comma_inside_one_is_no_end_of_it()
    {
        Assert.EndsWith("Reply 1 yes; 2 yes, with changes; 3 no. You can add words.", MemberWords.Question(Given.Asked(), "en", 1),
            StringComparison.Ordinal);
        Assert.EndsWith("Responda 1 sí; 2 sí, con cambios; 3 no. Puede agregar palabras.", MemberWords.Question(Given.Asked(), "es", 1),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void No_message_holds_an_id_or_words_of_a_member(string language)
    {
        var review = Given.Asked(questions: 3).With("m-01", 2, "quetzal");
        var answered = Answering.Answer(Given.Reported(), 1, "DSS", Given.Answer(Given.Close)).State();
        foreach (var (state, purpose) in new[]
        {
            (review, MessagePurpose.Invitation), (review, MessagePurpose.After(3)), (review, MessagePurpose.Before(1)),
            (answered, MessagePurpose.Outcome), (Given.Reported(), MessagePurpose.Outcome), (review, MessagePurpose.Outcome),
        })
        {
            foreach (var (asText, discreet) in new[] { (true, true), (true, false), (false, true), (false, false) })
            {
                var invitation = state.InvitationOf("m-01")! with { Language = language };
                var words = MemberWords.Compose(state, invitation, purpose, asText, discreet);
                Assert.All(["m-01", "quetzal", "names out", invitation.Pseudonym],
                    word => Assert.DoesNotContain(word, words.Subject + words.Text, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public void A_discreet_text_names_no_topic_in_the_question_the_reminder_or_the_outcome()
    {
        var answer = Given.Answer(Given.Close) with
        { PlainWords = new Dictionary<string, string> { ["en"] = "We will tell families at the shelter." } };
        var answered = Answering.Answer(Given.Reported(), 1, "DSS", answer).State();
        var outcome = MemberWords.Compose(answered, answered.Invitations[0], MessagePurpose.Outcome, asText: true, discreet: true).Text;
        Assert.DoesNotContain("shelter", outcome, StringComparison.Ordinal);
        Assert.Contains("1: yes, they will do it.", outcome, StringComparison.Ordinal);
        Assert.Contains("shelter",
            MemberWords.Compose(answered, answered.Invitations[0], MessagePurpose.Outcome, asText: true, discreet: false).Text,
            StringComparison.Ordinal);
        foreach (var purpose in new[] { MessagePurpose.Invitation, MessagePurpose.After(3) })
            Assert.Equal($"{Phrases.In("en").Discreet} {Phrases.In("en").StopHint}",
                MemberWords.Compose(Given.Asked(), Given.Asked().Invitations[0], purpose, asText: true, discreet: true).Text);
    }

    [Fact]
    public void An_outcome_too_long_for_a_phone_keeps_the_decisions_and_leaves_out_the_words()
    {
        var reported = Given.Reported();
        var long300 = Given.Answer(Given.Close) with { PlainWords = new Dictionary<string, string> { ["en"] = new string('w', 300) } };
        var many = reported with
        {
            Recommendations = [.. Enumerable.Range(1, 7).Select(n => reported.Recommendations[0] with { Number = n, Answers = [long300] })],
        };
        var text = MemberWords.Compose(many, many.Invitations[0], MessagePurpose.Outcome, asText: true, discreet: false).Text;
        Assert.True(text.Length <= 1600);
        Assert.Contains("7: yes, they will do it.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("www", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_words_of_its_own_gets_English() => Assert.Same(Phrases.In("en"), Phrases.In("pt"));
}
