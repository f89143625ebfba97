using System.Globalization;
using CtVoice.Language.Meaning;
using Xunit.Abstractions;

namespace CtVoice.Language.Tests.Meaning;

/// <summary>
/// Sentences of our own in both languages, a line each, in the folder Cases: advice that names harm, and danger now. Half of
/// each was written before the rules and first scored after them; the later parts were written without a look at the rules, scored once
/// (docs/conversations.md has the figures), and became tests when the rules were mended.
/// </summary>
public sealed class DangerTests(ITestOutputHelper output)
{
    // Whoever gives advice is not told of 911, and whoever is in danger is never missed.
    private const int MostAcuteInTwoHundredAdvice = 2;

    private static readonly string[] Sets =
        ["", "-blind", "-later", "-unseen", "-second", "-third", "-fourth", "-fifth", "-sixth", "-eighth", "-ninth", "-tenth"];

    [Fact]
    public void Advice_that_names_harm_is_not_taken_for_danger()
    {
        var advice = Sets.SelectMany(set => Cases($"danger-advice{set}.txt")).ToList();
        var acute = advice.Where(text => Danger.In(text)?.Level is DangerLevel.Acute).ToList();
        var worries = advice.Count(text => Danger.In(text)?.Level is DangerLevel.Worry);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{advice.Count:N0} pieces of advice: {acute.Count} taken for acute, {worries} for a worry"));

        Assert.True(advice.Count >= 1_040);
        Assert.True(
            acute.Count * 200 <= MostAcuteInTwoHundredAdvice * advice.Count,
            string.Join('\n', acute.Select(text => $"{text}  <- {Danger.In(text)!.Because}")));
    }

    [Fact]
    public void Danger_to_the_writer_or_a_named_person_is_never_missed()
    {
        var danger = Sets.Append("-seventh").SelectMany(set => Cases($"danger-acute{set}.txt")).ToList();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{danger.Count:N0} sentences of danger: {danger.Count(text => Danger.In(text)?.Level is DangerLevel.Acute):N0} acute"));

        Assert.True(danger.Count >= 1_215);
        Assert.DoesNotContain(danger, text => Danger.In(text)?.Level is not DangerLevel.Acute);
    }

    [Fact]
    public void No_advice_of_the_tenth_set_is_acute() =>
        Assert.DoesNotContain(Cases("danger-advice-tenth.txt"), text => Danger.In(text)?.Level is DangerLevel.Acute);

    [Theory]
    [InlineData("my husband reads these texts", true)]
    [InlineData("my husband sees these texts", true)]
    [InlineData("my ex sees this", true)]
    [InlineData("my boyfriend reads what i text", true)]
    [InlineData("mi marido lee esto", true)]
    [InlineData("mi marido ve estos mensajes", true)]
    [InlineData("mi novio lee lo que escribo", true)]
    [InlineData("my husband reads a lot", false)]
    [InlineData("my husband sees this as a good plan", false)]
    [InlineData("my teacher reads these texts to us", false)]
    [InlineData("mi marido lee la biblia", false)]
    [InlineData("mi esposo ve la tele", false)]
    public void Whoever_close_reads_along_is_a_worry(string text, bool worry) =>
        Assert.Equal(worry ? DangerLevel.Worry : null, Danger.In(text)?.Level);

    [Fact]
    public void A_figure_of_speech_elsewhere_in_a_moremessage_does_not_hide_danger()
    {
        const string text =
            "The form should be shorter and in Spanish too, and there should be a Saturday, but my husband hit me last night "
            + "in front of my children while I was reading this, so I could not answer sooner, and the survey is too long for a phone";

        Assert.Equal(DangerLevel.Acute, Danger.In(text)?.Level);
        Assert.NotEqual(DangerLevel.Acute, Danger.In("This form is killing me and the bill hit me hard")?.Level);
    }

    /// <summary>Words, not typing: none of these stands in a list as it is written here.</summary>
    [Theory]
    [InlineData("gonna kil myself")]
    [InlineData("I WANNA DIEEEE")]
    [InlineData("k!ll myself")]
    [InlineData("k1ll myself")]
    [InlineData("🔪 he is choking my sister 😭😭")]
    [InlineData("hitting my sister rn")]
    [InlineData("my son is being beaten")]
    [InlineData("my lil cousin gettin molested by her stepdad")]
    [InlineData("he be chokin me")]
    [InlineData("qiero morir")]
    [InlineData("ya no kiero vibir")]
    [InlineData("mi marido me esta aorcando")]
    [InlineData("ESTA PEGANDOLE A MI HERMANITA")]
    [InlineData("a mi prima la estan violando")]
    public void However_it_is_typed_and_in_whatever_order_danger_is_danger(string text) =>
    Assert.Equal(DangerLevel.Acute, Danger.In(text)?.Level);

    /// <summary>A near person and a harm are never nothing.</summary>
    [Theory]
    [InlineData("my husband choked me in 2012")]
    [InlineData("My neighbor used to beat her son")]
    [InlineData("if he strangles my sister who would know")]
    [InlineData("my cousin could get stabbed over that list")]
    [InlineData("mi padrastro me violaba cuando era niña")]
    [InlineData("si mi ex golpea a mi hija, ¿quién lo sabe?")]
    [InlineData("mi vecino maltrataba a su mujer en 2010")]
    public void Harm_of_the_past_or_in_thought_is_a_worry(string text) => Assert.Equal(DangerLevel.Worry, Danger.In(text)?.Level);

    /// <summary>By construction: whatever is done to a near person by any verb of harm that the lists know,
    /// in any form and order, is seen.</summary>
    [Theory]
    [InlineData("cruel", "my sister", "{0} the whole evening {1}")]
    [InlineData("assault", "my sister", "{1} {0} the whole evening")]
    [InlineData("assault", "him", "yesterday {0} again {1}")]
    [InlineData("cruel", "the baby", "{1} yesterday was {0}")]
    [InlineData("danar", "mi hermana", "{0} ayer por la noche a {1}")]
    [InlineData("agredir", "mi tia", "{0} ayer por la noche a {1}")]
    [InlineData("dying.en", "my brother", "{1} yesterday {0}")]
    [InlineData("dying.es", "mi primo", "{1} ayer {0}")]
    public void A_person_near_a_verb_of_harm_or_death_is_never_nothing(string verbs, string person, string form)
    {
        var said = Meanings.Shipped.Groups()
            .Single(group => group.Name == verbs).Phrases.Select(verb => string.Format(null, form, verb.TrimEnd('*'), person)).ToList();

        Assert.True(said.Count >= 12);
        Assert.DoesNotContain(said, text => Danger.In(text) is null);
    }

    /// <summary>A person looks at each of them before other work, so what is no danger must seldom be among them.</summary>
    [Fact]
    public void Ordinary_messages_are_seldom_a_worry()
    {
        var ordinary = CaseFile.Lines("texts.txt").Concat(CaseFile.Lines("asides.txt")).Concat(CaseFile.Lines("persons.txt")).ToList();

        var found = ordinary.Count(text => Danger.In(text) is not null);
        output.WriteLine($"{ordinary.Count} ordinary messages: {found} taken for danger or a worry");

        Assert.True(ordinary.Count > 800);
        Assert.InRange(found, 0, ordinary.Count / 100);
    }

    [Fact]
    public void Danger_at_the_end_of_a_moretext_is_found() =>
        Assert.Equal(DangerLevel.Acute,
            Danger.In(string.Concat(Enumerable.Repeat("The office should call people first. ", 12_000)) + "my husband is choking me")
                ?.Level);

    /// <summary>Letters, words that begin many patterns, whole sentences that are excepted again and again, no end of a sentence.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("he ")]
    [InlineData("he hit my ")]
    [InlineData("if he said he would not hit my mom in 2019 ")]
    [InlineData("me pega mi hermano a mi mama ")]
    [InlineData("suicxde overdoze ")]
    [InlineData("all my the of a too many whole ")]
    [InlineData("a.")]
    [InlineData("(*")]
    public void Steps_grow_no_faster_than_the_text(string piece)
    {
        var (quarter, whole) = (Steps(28_000), Steps(112_000));

        Assert.True(whole <= (4 * quarter) + 10_000, $"{quarter} for a quarter, {whole} for the whole");
        // Bounded for each character as well: a million of them is a matter of seconds at the very most.
        Assert.True(whole < 112_000 * 200, $"{whole} steps");

        long Steps(int length)
        {
            var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
            PatternSteps.Taken = 0;
            _ = Danger.In(text);
            return PatternSteps.Taken;
        }
    }

    private static IEnumerable<string> Cases(string file) =>
        CaseFile.Lines(file).Where(line => line[0] != '#');
}
