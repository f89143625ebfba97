namespace CtVoice.Core.Projects;

/// <summary>The data files that projects are checked and assessed with, each versioned and replaceable by import.</summary>
public enum ReferenceKind
{
    /// <summary>When a population counts as overrepresented.</summary>
    Policy,

    /// <summary>Whom a project's people are compared with.</summary>
    Baselines,

    /// <summary>Codes of race, ethnicity and language.</summary>
    Rel,

    /// <summary>What OPM knows of the people in a data source.</summary>
    Profiles,

    /// <summary>The prompts of the data protection, privacy and equity impact assessment.</summary>
    Dppeia,

    /// <summary>The high value data inventory that projects refer to.</summary>
    Inventory,

    /// <summary>When the Data Governing Board of P20 WIN meets.</summary>
    Meetings,

    /// <summary>The state's inventory of AI systems that projects refer to.</summary>
    AiInventory,

    /// <summary>Initiatives outside government in the data landscape.</summary>
    Initiatives,
}
