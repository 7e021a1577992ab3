#ifndef BENEFITS_CYAML_SHIM_H
#define BENEFITS_CYAML_SHIM_H

#include <yaml.h>

#endif
