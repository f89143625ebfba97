using CtVoice.Language.Reading;

namespace CtVoice.Language.Tests.Reading;

public sealed class InfleszTests
{
    // Divisions of the Ortografía de la lengua española (RAE and ASALE 2010) and of school pages on it (educa.jcyl.es).
    [Theory]
    [InlineData("ai-re a-plau-dir pei-nar deu-da via-jar vie-jo a-pio ciu-dad boi-na gua-po hue-vo rui-do mons-truo")]
    [InlineData("pre-miáis miau es-tu-diéis o-pioi-de a-mor-ti-guáis a-ve-ri-güéis guau buey U-ru-guay Pa-ra-guay")]
    [InlineData("hé-ro-e ha-cí-a re-ír ma-íz ca-í-da te-o-re-ma po-e-ta ca-en a-ho-go Sa-a-ve-dra chi-i-ta le-er")]
    [InlineData("sa-lí-ais ca-í-mos a-ú-llan po-dí-a rí-o des-ví-e pú-a flú-or a-hí bú-ho tí-o ba-úl")]
    [InlineData("ahu-mar ahu-ma-do pro-hí-ben de-he-sa re-hén al-mo-ha-da prohi-bir mu-cho cu-chi-llo")]
    [InlineData("an-cia-no an-ti-guo lin-güís-ti-ca muy cre-cien-te re-a-cio cuí-da-te des-pués pin-güi-no ci-güe-ña")]
    [InlineData("que qui-en=1 gue-rra gui-tar-ra=3 que-so quie-ro a-quí guion y ya yo a-yu-da ley re-yes")]
    [InlineData("vi-vien-da sa-lud tra-ba-jo go-bier-no ciu-da-da-nos co-mu-ni-dad re-fu-gio cár-cel pre-gun-ta a-ño es-pa-ñol")]
    public void Syllables_follow_the_rules_of_diphthong_and_hiatus(string words) =>
    Assert.Equal([], Divided.Wrong(words, Inflesz.Syllables));

    // Counted by hand from the divisions: 33 words, 60 syllables, one sentence.
    [Fact]
    public void The_first_sentence_of_Don_Quijote_is_normal_on_the_scale()
    {
        var report = ReadingReport.Of(
            "En un lugar de la Mancha, de cuyo nombre no quiero acordarme, no ha mucho tiempo que vivía un hidalgo de los de lanza en "
                + "astillero, adarga antigua, rocín flaco y galgo corredor.",
            "es")!;

        Assert.Equal((33, 60), (report.Words, report.Syllables));
        Assert.Equal(206.835 - (62.3 * 60 / 33) - 33, report.Value, 6);
        Assert.Equal("score 60.6 (normal)", report.Plain);
    }

    // The scale of Barrio-Cantalejo and others 2008.
    [Theory]
    [InlineData(39.9, "muy difícil")]
    [InlineData(40, "algo difícil")]
    [InlineData(55, "normal")]
    [InlineData(65, "bastante fácil")]
    [InlineData(80, "muy fácil")]
    public void Levels_start_where_the_scale_says(double score, string level) => Assert.Equal(level, Inflesz.Level(score));
}
