using CtVoice.Language.Reading;

namespace CtVoice.Language.Tests.Reading;

public sealed class FleschKincaidTests
{
    // Words as divided in Merriam-Webster's dictionary.
    [Theory]
    [InlineData("ta-ble set-tled need-ed helped called hous-es chang-es names box-es tables=2 asked re-turned used need")]
    [InlineData("Aus-tra-lian=3 rep-til-ian=3 crea-ture hy-brid mam-mal seem-ing-ly plat-y-pus")]
    [InlineData("ra-dio=3 vi-o-lence pe-ri-od re-li-gious va-ri-ous mil-lion opin-ion=3 un-ion=2 se-nior re-gion be-hav-ior")]
    [InlineData("In-di-an guard-i-an ma-te-ri-al so-cial of-fi-cial ap-pre-ci-ate as-so-ci-a-tion me-di-um sta-di-um Asian=2")]
    [InlineData("ac-tu-al-ly us-u-al-ly qual-i-ty lan-guage grad-u-ate Jan-u-ary=4 per-suade con-tin-u-ous an-nu-al")]
    [InlineData("do-ing go-ing be-ing see-ing say-ing fly-ing try-ing play-er em-ploy-er em-ploy-ee roy-al bring")]
    [InlineData("sci-ence qui-et di-et cli-ent so-ci-ety=4 va-ri-ety=4 ear-li-er eas-i-er eas-i-est car-ri-er")]
    [InlineData(
        "state-ment man-age-ment im-prove-ment el-e-ment im-ple-ment agree-ment=3 home-less use-ful safe-ly like-ly on-ly fam-i-ly")]
    [InlineData("some-thing some-where any-where=3 house-hold home-work there-fore ev-ery=2 ev-ery-one=3 busi-ness=2 may-be peo-ple")]
    [InlineData("cre-ate ide-a=3 ar-ea=3 re-al-i-ty nu-cle-ar re-act the-ater=3 rea-son read bread league unique=2 vague")]
    [InlineData("co-op-er-ate co-or-di-nate re-en-try re-unite=3 rac-ism=3 mu-se-um vid-eo=3 flu-ent in-flu-ence")]
    [InlineData("year young yes eye the she we are were once one two hour strength through thought")]
    [InlineData("don't can't did-n't would-n't is-n't aren't=1 I'm they're")]
    [InlineData(
        "res-i-dent ad-vi-so-ry rec-om-men-da-tion ben-e-fits shel-ter land-lord po-lice rec-ords pris-on cer-tif-i-cate un-em-ploy-ment")]
    public void Syllables_are_those_of_the_dictionary(string words) => Assert.Equal([], Divided.Wrong(words, FleschKincaid.Syllables));

    [Theory]
    [InlineData("DSS", 3)]
    [InlineData("SNAP", 1)]
    [InlineData("988", 3)]
    [InlineData("2-1-1", 3)]
    [InlineData("well-being", 3)]
    public void Numbers_are_read_digit_by_digit_and_letters_without_a_vowel_are_spelled(string word, int syllables) =>
        Assert.Equal(syllables, FleschKincaid.Syllables(word));

    // "Flesch–Kincaid readability tests", Wikipedia: 13 words, 24 syllables, grade 11.3.
    [Fact]
    public void The_platypus_sentence_has_its_published_grade()
    {
        var report = ReadingReport.Of("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", "en")!;

        Assert.Equal((13, 24), (report.Words, report.Syllables));
        Assert.Equal(11.3, report.Value, 1);
    }

    // Same article: Green Eggs and Ham, 5.7 words per sentence and 1.02 syllables per word, grade -1.3; the least possible is -3.40.
    [Fact]
    public void The_formula_gives_the_published_grades_of_its_extremes()
    {
        Assert.Equal(-1.3, FleschKincaid.Grade(words: 5700, sentences: 1000, syllables: 5814), 1);
        Assert.Equal(-3.40, FleschKincaid.Grade(1, 1, 1), 2);
    }
}
