using CtVoice.Language.Reading;

namespace CtVoice.Language.Tests.Reading;

public sealed class OneSidedTests
{
    [Theory]
    [InlineData("en", "The study would help families get housing faster. Should the state do it?", "help")]
    [InlineData("en", "The study would help families. Somebody could misuse your data. Should the state do it?", null)]
    [InlineData("en", "Two agencies put their lists side by side. Should they?", null)]
    [InlineData("en", "Better services. Is there a risk for you?", null)]
    [InlineData("es", "El estudio ayudaría a las familias. ¿Debe hacerlo el estado?", "ayudaría")]
    [InlineData("es", "El estudio ayudaría a las familias. Hay un riesgo: alguien puede saber quién es usted.", null)]
    [InlineData("en", "It SAVES time. Your landlord could also find out.", null)]
    [InlineData("en", "Fewer forms, MORE\nMONEY, and it Saves time.", "Saves")]
    [InlineData("es", "Habrá Más viviendas.", "Más viviendas")]
    [InlineData("es", "Habrá más viviendas. Podría saberlo su jefe, y sería injusto.", null)]
    [InlineData("pl", "Badanie pomoże rodzinom.", null)]
    public void A_benefit_without_a_risk_is_named_by_its_word(string language, string text, string? word) =>
        Assert.Equal(word, OneSided.BenefitAlone(language, [text]));
}
