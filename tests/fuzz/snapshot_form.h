#pragma once

#include "form/form_source.h"

#include <memory>

namespace amparo::fuzz {

/// The form whose snapshots are made and read: repeats in repeats, relevance, a calculation.
inline std::shared_ptr<const form::FormDefinition> snapshotForm()
{
    static const form::ReadForm read = form::readForm(
        R"xml(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
            xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Fuzz</h:title><model>
            <instance><data id="fuzz"><a/><r jr:template=""><x/><s jr:template=""><y/></s></r><sum/></data></instance>
            <bind nodeset="/data/a" type="int"/><bind nodeset="/data/r" relevant="/data/a != 1"/>
            <bind nodeset="/data/sum" calculate="sum(/data/r/s/y)"/></model></h:head>
            <h:body><input ref="/data/a"/><repeat nodeset="/data/r"><input ref="/data/r/x"/>
            <repeat nodeset="/data/r/s"><input ref="/data/r/s/y"/></repeat></repeat></h:body></h:html>)xml",
        {});
    return read.definition;
}

}  // namespace amparo::fuzz
